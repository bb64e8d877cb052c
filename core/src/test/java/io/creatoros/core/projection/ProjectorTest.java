package io.creatoros.core.projection;

import static io.creatoros.core.projection.CourseOfFacts.brief;
import static io.creatoros.core.projection.CourseOfFacts.curriculum;
import static io.creatoros.core.projection.CourseOfFacts.hash;
import static io.creatoros.core.projection.CourseOfFacts.lesson;
import static io.creatoros.core.projection.CourseOfFacts.planned;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.lesson.LessonLabels;
import io.creatoros.core.quality.GpsScore;
import io.creatoros.core.reading.FileFacts;
import io.creatoros.core.record.CourseRecord;
import io.creatoros.core.record.LessonRecord;
import io.creatoros.core.record.Review;
import io.creatoros.core.research.ResearchReport;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProjectorTest {

  private static final GpsScore COMPLETE = new GpsScore(true, true, true, List.of());
  private static final GpsScore PARTIAL = new GpsScore(true, true, false, List.of());

  @Test
  void assembleShouldGiveNoRowsWhenCourseHasNoFiles() {
    assertThat(new CourseOfFacts("baking").rows().rows()).isEmpty();
  }

  @Test
  void assembleShouldNameCourseAfterItsFolderWhenNoFileNamesIt() {
    CourseOfFacts course = new CourseOfFacts("team/sourdough-for_beginners").with("notes.txt");

    assertThat(course.row(RowTable.CONTENT_PIECES))
        .containsEntry("title", "\"Sourdough for beginners\"")
        .containsEntry("piece_slug", "\"sourdough-for-beginners\"")
        .containsEntry("status", "\"draft\"")
        .containsEntry("keywords", "[]")
        .doesNotContainKeys("persona", "language", "voice_fidelity_score");
  }

  @Test
  void assembleShouldPreferTheBriefToTheCurriculum() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with("curriculum.yaml", curriculum(Optional.of("Planned title"), Optional.empty()));
    assertThat(course.row(RowTable.CONTENT_PIECES))
        .containsEntry("title", "\"Planned title\"")
        .containsEntry("piece_slug", "\"from-the-plan\"")
        .containsEntry("persona", "\"plan_voice\"");

    course.with(
        "COURSE-BRIEF.md",
        brief(Optional.of("Sourdough"), Optional.of("sourdough"), Optional.of("baker_ana")));
    assertThat(course.row(RowTable.CONTENT_PIECES))
        .containsEntry("title", "\"Sourdough\"")
        .containsEntry("piece_slug", "\"sourdough\"")
        .containsEntry("persona", "\"baker_ana\"");
    assertThat(course.rows().personas()).isEqualTo(Map.of("baker_ana", "Baker ana"));
  }

  @Test
  void assembleShouldLetTheRecordDecideVoiceAndState() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with(
                "COURSE-BRIEF.md",
                brief(Optional.empty(), Optional.empty(), Optional.of("baker_ana")))
            .with(
                ".record/course.json",
                record(Optional.of("miller_rui"), new BigDecimal("0.925"), List.of()));

    assertThat(course.row(RowTable.CONTENT_PIECES))
        .containsEntry("persona", "\"miller_rui\"")
        .containsEntry("voice_fidelity_score", "0.93")
        .containsEntry("status", "\"published\"")
        .containsEntry("published_at", "\"2026-03-01T12:00:00Z\"")
        .containsEntry("provenance", "{\"generator\":\"studio\"}");
    assertThat(course.rows().personas()).isEqualTo(Map.of("miller_rui", "Rui, the miller"));
  }

  @Test
  void assembleShouldKeepEachKeywordOnceWhateverItsCaseOrAccent() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with(
                "COURSE-BRIEF.md",
                brief(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "Pão",
                    " forno ",
                    "pao",
                    "x".repeat(150)));

    assertThat(course.row(RowTable.CONTENT_PIECES))
        .containsEntry("keywords", "[\"Pão\",\"forno\",\"" + "x".repeat(99) + "…\"]");
  }

  @Test
  void assembleShouldTakeTheLanguageOfMostLessons() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with("lessons/1.1-a.md", spoken("lessons/1.1-a.md", "pt"))
            .with("lessons/1.2-b.md", spoken("lessons/1.2-b.md", "en"))
            .with("lessons/1.3-c.md", spoken("lessons/1.3-c.md", "pt"));

    assertThat(course.row(RowTable.CONTENT_PIECES)).containsEntry("language", "\"pt\"");
  }

  @Test
  void assembleShouldCountWhatIsDeclaredListedAndWritten() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with(
                "curriculum.yaml",
                curriculum(
                    Optional.empty(),
                    Optional.of(9),
                    planned("1.1", "A", Optional.empty(), 4),
                    planned("1.2", "B", Optional.empty(), 7)))
            .lesson("lessons/1.1-a.md")
            .lesson("lessons/4A.1-b.md")
            .lesson("lessons/4B.1-c.md")
            .with("roteiros/1.1-a-roteiro.md");

    assertThat(course.row(RowTable.COURSE_METADATA))
        .containsEntry("declared_lessons", "9")
        .containsEntry("listed_lessons", "2")
        .containsEntry("total_lessons", "3")
        .containsEntry("total_modules", "3")
        .containsEntry("declared_modules", "1")
        .containsEntry("total_scripts", "1")
        .containsEntry("estimated_duration_hours", "2.5");
  }

  @Test
  void assembleShouldMatchPlannedLessonsByFileThenLabelThenTitle() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with(
                "curriculum.yaml",
                curriculum(
                    planned("1.1", "By label", Optional.empty(), 3),
                    planned("1.2", "By file", Optional.of("./lessons/1.1-first.md"), 5),
                    planned("day_3", "Pao  de queijo", Optional.empty(), 7),
                    planned("1.9", "Nowhere", Optional.empty(), 9)))
            .lesson("lessons/1.1-first.md")
            .lesson("lessons/01.1-second.md")
            .with(
                "lessons/bonus-cheese.md",
                lesson(
                    "lessons/bonus-cheese.md", "Pão  de queijo", 9, COMPLETE, 80, Optional.empty()))
            .lesson("lessons/2.1-unplanned.md");

    assertThat(course.lessonRow("lessons/1.1-first.md")).containsEntry("planned", "true");
    assertThat(course.lessonRow("lessons/01.1-second.md")).containsEntry("planned", "true");
    assertThat(course.lessonRow("lessons/bonus-cheese.md")).containsEntry("planned", "true");
    assertThat(course.lessonRow("lessons/2.1-unplanned.md")).containsEntry("planned", "false");
    assertThat(messages(course, "curriculum.yaml"))
        .anyMatch(message -> message.startsWith("no file for 1 of 4 planned lessons: 1.9"))
        .anyMatch(message -> message.startsWith("does not list 1 of 4 lessons"));
  }

  @Test
  void assembleShouldUnderstandFileNamesThatLeaveOutTheFolder() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with("curriculum.yaml", curriculum(planned("1.1", "A", Optional.of("1.1-a.md"), 3)))
            .lesson("lessons/1.1-a.md");

    assertThat(codes(course)).doesNotContain("PLANNED_FILE_ABSENT");
  }

  @Test
  void assembleShouldNameLessonsThatLackAPart() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .lesson("lessons/1.1-a.md")
            .with(
                "lessons/1.2-b.md",
                lesson("lessons/1.2-b.md", "B", 600, PARTIAL, 90, Optional.empty()));

    assertThat(messages(course, ""))
        .contains("goal, position or steps are missing in 1 of 2 lessons: 1.2");
  }

  @Test
  void assembleShouldFillWhatALessonLeavesOutFromTheCurriculum() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with("curriculum.yaml", curriculum(planned("1.1", "A", Optional.empty(), 3)))
            .lesson("lessons/1.1-a.md");

    assertThat(course.lessonRow("lessons/1.1-a.md"))
        .containsEntry("duration_minutes", "25")
        .containsEntry("bloom_level", "\"apply\"")
        .containsEntry("learning_objectives", "[\"plan objective\"]");
  }

  @Test
  void assembleShouldLabelLessonsAsWrittenAndNumberThemForSorting() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .lesson("aulas/modulo-04A/aula-4A.1-massa.md")
            .lesson("lessons/07.5-forno.md")
            .lesson("lessons/BONUS-queijo.md");

    assertThat(course.lessonRow("aulas/modulo-04A/aula-4A.1-massa.md"))
        .containsEntry("lesson_id", "\"4A.1\"")
        .containsEntry("module_label", "\"4A\"")
        .containsEntry("module_number", "4")
        .containsEntry("lesson_number", "1");
    assertThat(course.lessonRow("lessons/07.5-forno.md"))
        .containsEntry("lesson_id", "\"07.5\"")
        .containsEntry("module_number", "7");
    assertThat(course.lessonRow("lessons/BONUS-queijo.md"))
        .doesNotContainKeys("lesson_id", "module_number", "lesson_number", "planned");
  }

  @Test
  void assembleShouldScoreFromZeroToOneAndKeepThePoints() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with(
                "lessons/1.1-a.md",
                lesson("lessons/1.1-a.md", "A", 600, PARTIAL, 72, Optional.empty()));

    assertThat(course.lessonRow("lessons/1.1-a.md"))
        .containsEntry("gps_points", "20")
        .containsEntry("gps_score", "0.67")
        .containsEntry("gps_valid", "false")
        .containsEntry("didatica_points", "72")
        .containsEntry("didatica_score", "0.72")
        .containsEntry("rubric_version", "1")
        .containsEntry("word_count", "600")
        .containsEntry("validation_status", "\"failed\"");
    assertThat(course.lessonRow("lessons/1.1-a.md").get("didatica_elements"))
        .contains("\"hook_emocional\":72");
  }

  @Test
  void assembleShouldLetAReviewerWinWhileTheHashJudgedMatches() {
    String path = "lessons/1.1-a.md";
    Review fits =
        new Review(Optional.of(path), hash(path), "passed", List.of(), Optional.of("ana"));
    Review outdated =
        new Review(Optional.of(path), hash("other"), "passed", List.of(), Optional.of("ana"));

    assertThat(reviewed(path, fits).lessonRow(path))
        .containsEntry("validation_status", "\"passed\"")
        .containsEntry("reviewer", "\"ana\"");
    assertThat(reviewed(path, outdated).lessonRow(path))
        .containsEntry("validation_status", "\"failed\"")
        .doesNotContainKey("reviewer");
    assertThat(codes(reviewed(path, outdated))).contains("REVIEW_OUTDATED");
    assertThat(codes(reviewed(path, fits))).doesNotContain("REVIEW_OUTDATED");
  }

  private static CourseOfFacts reviewed(String path, Review review) {
    return new CourseOfFacts("baking")
        .with(path, lesson(path, "A", 600, PARTIAL, 72, Optional.empty()))
        .with(
            ".record/course.json",
            record(Optional.empty(), new BigDecimal("0.9"), List.of(review)));
  }

  @Test
  void assembleShouldTakeTheLessonsRecordByItsLabel() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .lesson("lessons/1.1-a.md")
            .with(".record/1.1.json", lessonRecord("1.1", Optional.empty()));

    assertThat(course.lessonRow("lessons/1.1-a.md"))
        .containsEntry("voice_fidelity_score", "0.9")
        .containsEntry("status", "\"reviewed\"")
        .containsEntry("generation_cost_usd", "0.85")
        .containsEntry("retry_count", "2");
    assertThat(codes(course)).doesNotContain("RECORD_IDLE");
  }

  @Test
  void assembleShouldGiveARecordToNobodyWhenTwoLessonsShareItsLabel() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .lesson("lessons/5.1-a.md")
            .lesson("lessons/5.1-b.md")
            .with(".record/5.1.json", lessonRecord("5.1", Optional.empty()));

    assertThat(course.lessonRow("lessons/5.1-a.md")).doesNotContainKey("voice_fidelity_score");
    assertThat(course.lessonRow("lessons/5.1-b.md")).doesNotContainKey("voice_fidelity_score");
    assertThat(codes(course)).contains("RECORD_IDLE", "LESSON_LABEL_TWICE");

    CourseOfFacts named =
        new CourseOfFacts("baking")
            .lesson("lessons/5.1-a.md")
            .lesson("lessons/5.1-b.md")
            .with(".record/5.1.json", lessonRecord("5.1", Optional.of("lessons/5.1-b.md")));
    assertThat(named.lessonRow("lessons/5.1-b.md")).containsEntry("voice_fidelity_score", "0.9");
  }

  @Test
  void assembleShouldGiveARowToALessonThatCouldNotBeRead() {
    CourseOfFacts course = new CourseOfFacts("baking").with("lessons/2.3-forno_a_lenha.md");

    assertThat(course.lessonRow("lessons/2.3-forno_a_lenha.md"))
        .containsEntry("lesson_id", "\"2.3\"")
        .containsEntry("status", "\"draft\"")
        .containsEntry("content_sha256", "\"" + hash("lessons/2.3-forno_a_lenha.md").hex() + "\"")
        .doesNotContainKeys("gps_score", "didatica_score", "validation_status", "word_count");
  }

  @Test
  void assembleShouldKnowTheTextOfALessonByItsFileOrHandItOver() {
    String plain = "lessons/1.1-a.md";
    String odd = "lessons/1.2-b.md";
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .lesson(plain)
            .with(odd, new FileFacts(Optional.of("mended"), Optional.empty(), List.of()));
    Sha256 mended = Sha256.of("mended".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(course.row(RowTable.COURSE_LESSONS, plain).texts())
        .containsEntry("content_markdown", hash(plain));
    assertThat(course.row(RowTable.COURSE_LESSONS, odd).texts())
        .containsEntry("content_markdown", mended);
    assertThat(course.rows().texts()).isEqualTo(Map.of(mended, "mended"));
  }

  @Test
  void assembleShouldLeaveOutTextsThatNobodyStores() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with(
                new CourseFile(
                    new ArtifactPath("lessons/1.1-a.md"), hash("a"), 9, false, FileFacts.NONE))
            .with(
                new CourseFile(
                    new ArtifactPath("lessons/1.2-b.md"),
                    hash("b"),
                    Readers.LONGEST + 1L,
                    true,
                    FileFacts.NONE));

    assertThat(course.row(RowTable.COURSE_LESSONS, "lessons/1.1-a.md").texts()).isEmpty();
    assertThat(course.row(RowTable.COURSE_LESSONS, "lessons/1.2-b.md").texts()).isEmpty();
  }

  @Test
  void assembleShouldTakeThePlainestOfSeveralReportsOfATopic() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with("research/market-research-complete.md", report(Optional.of(7)))
            .with("research/market-analysis.md", report(Optional.of(12)))
            .with(
                "research/deep-dive-ovens.md",
                new ResearchReport(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));

    TypedRow row = course.row(RowTable.MARKET_RESEARCH, "");
    assertThat(row.texts())
        .isEqualTo(Map.of("market_analysis", hash("research/market-analysis.md")));
    assertThat(row.values())
        .containsEntry("competitors_analyzed", "12")
        .containsEntry(
            "other_reports",
            "[\"research/deep-dive-ovens.md\",\"research/market-research-complete.md\"]");
    assertThat(codes(course)).contains("REPORT_SEVERAL");
  }

  @Test
  void assembleShouldGiveNoResearchRowWhenThereIsNoReport() {
    assertThat(new CourseOfFacts("baking").lesson("lessons/1.1-a.md").rows().rows())
        .extracting(row -> row.key().table())
        .containsExactly(
            RowTable.CONTENT_PIECES, RowTable.COURSE_METADATA, RowTable.COURSE_LESSONS);
  }

  @Test
  void assembleShouldTellGapsAndContradictions() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with("COURSE-BRIEF.md", brief(Optional.empty(), Optional.of("x"), Optional.of("ana")))
            .with(
                "old/COURSE-BRIEF.md", brief(Optional.empty(), Optional.of("y"), Optional.empty()))
            .with(
                "curriculum.yaml",
                curriculum(
                    planned("1.1", "A", Optional.of("lessons/1.1-gone.md"), 12),
                    planned("1.2", "B", Optional.empty(), 20)))
            .lesson("lessons/1.1-a.md")
            .with("Notes.txt")
            .with("notes.txt");

    assertThat(course.rows().findings())
        .extracting(finding -> finding.path() + " " + finding.code())
        .containsExactly(
            "curriculum.yaml SLUG_CONTRADICTS",
            "curriculum.yaml PERSONA_CONTRADICTS",
            "curriculum.yaml PLANNED_FILE_ABSENT",
            "curriculum.yaml LESSONS_NOT_WRITTEN",
            "notes.txt NAME_DIFFERS_IN_CASE",
            "old/COURSE-BRIEF.md BRIEF_SEVERAL");
  }

  @Test
  void assembleShouldCompareNumbersWhenTheCurriculumListsNoLessons() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with("curriculum.yaml", curriculum(Optional.empty(), Optional.of(5)))
            .lesson("lessons/1.1-a.md");

    assertThat(codes(course)).contains("CURRICULUM_COUNT_DIFFERS");
  }

  @Test
  void assembleShouldNotDependOnTheOrderOfFiles() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with("COURSE-BRIEF.md", brief(Optional.of("T"), Optional.empty(), Optional.empty()))
            .with("curriculum.yaml", curriculum(planned("5.1", "A", Optional.empty(), 3)))
            .lesson("lessons/5.1-a.md")
            .lesson("lessons/5.1-b.md")
            .with("research/market-analysis.md", report(Optional.empty()))
            .with("research/market-research-2.md", report(Optional.empty()));
    CourseRows rows = course.rows();
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(course.files(), new Random(seed));
      assertThat(course.rows()).isEqualTo(rows);
    }
  }

  @Test
  void assembleShouldGiveNoRowsToLooseFilesBesideCourses() {
    CourseOfFacts loose = new CourseOfFacts(CourseId.ROOT.path()).with("README.md");
    assertThat(loose.rows().rows()).isEmpty();

    CourseOfFacts taught = loose.lesson("lessons/1.1-a.md");
    assertThat(taught.row(RowTable.CONTENT_PIECES)).containsEntry("title", "\"Workspace\"");
  }

  private static io.creatoros.core.lesson.Lesson spoken(String path, String language) {
    return lesson(path, "T", 600, COMPLETE, 80, Optional.of(language));
  }

  private static ResearchReport report(Optional<Integer> competitors) {
    return new ResearchReport(
        Optional.of(ResearchReport.Topic.MARKET_ANALYSIS),
        Optional.empty(),
        competitors,
        Optional.empty());
  }

  private static CourseRecord record(
      Optional<String> persona, BigDecimal fidelity, List<Review> reviews) {
    return new CourseRecord(
        persona,
        persona.map(slug -> "Rui, the miller"),
        Optional.of(fidelity),
        Optional.of("published"),
        Optional.of("2026-03-01T12:00:00Z"),
        List.of(),
        Optional.empty(),
        reviews,
        Map.of("generator", "studio"));
  }

  private static LessonRecord lessonRecord(String label, Optional<String> path) {
    return new LessonRecord(
        LessonLabels.ofText(label),
        path,
        Optional.of(new BigDecimal("0.90")),
        Optional.of("reviewed"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new BigDecimal("0.85")),
        Optional.of(2),
        Map.of());
  }

  private static List<String> codes(CourseOfFacts course) {
    return course.rows().findings().stream().map(finding -> finding.code().name()).toList();
  }

  private static List<String> messages(CourseOfFacts course, String path) {
    return course.rows().findings().stream()
        .filter(finding -> finding.path().equals(path))
        .map(finding -> finding.message())
        .toList();
  }
}
