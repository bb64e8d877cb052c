package io.creatoros.core.persist;

import static io.creatoros.core.persist.PersistedFolder.COURSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.record.Review;
import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.storage.StorageRejectedException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that no file carries: only what is given is replaced, whoever wrote the rest. */
class PersistedRecordsTest {

  private static final BigDecimal FIDELITY = new BigDecimal("0.9");

  private final PersistedFolder folder = new PersistedFolder();
  private final CoursePersister persister = folder.persister();

  @Test
  void valuesGivenOneByOneShouldAllBeKept() {
    persister.updateVoiceFidelity(COURSE, FIDELITY);
    persister.persistCourse(COURSE, CourseDraft.builder().persona("ana").build());
    persister.persistCourse(COURSE, CourseDraft.builder().provenance("model", "m-1").build());
    persister.persistCourse(COURSE, CourseDraft.builder().provenance("agent", "a").build());
    persister.persistResearch(COURSE, ResearchDraft.builder().competitors(3).build());

    assertThat(folder.text(".record/course.json"))
        .isEqualTo(
            """
            {
              "schema": "creatoros.record/1",
              "persona": "ana",
              "voiceFidelity": 0.9,
              "competitorsAnalyzed": 3,
              "provenance": {
                "agent": "a",
                "model": "m-1"
              }
            }
            """);
  }

  @Test
  void recordByHandShouldKeepWhatIsNotGiven() {
    folder.write(
        ".record/1.2.json",
        """
        {"retries": 4, "note": {"by": "me", "weight": 1.50}, "voiceFidelity": "70%"}
        """);

    persister.updateVoiceFidelity(COURSE, "1.2", FIDELITY);

    assertThat(folder.text(".record/1.2.json"))
        .isEqualTo(
            """
            {
              "voiceFidelity": 0.9,
              "retries": 4,
              "note": {
                "by": "me",
                "weight": 1.50
              }
            }
            """);
  }

  @Test
  void recordByHandShouldKeepItsBytesWhenItSaysAllAlready() {
    String record = "{ \"voiceFidelity\": 0.9,   \"x\": 1 }";
    folder.write(".record/1.2.json", record);

    persister.updateVoiceFidelity(COURSE, "1.2", FIDELITY);

    assertThat(folder.text(".record/1.2.json")).isEqualTo(record);
  }

  @Test
  void recordShouldBeFoundHoweverItsLabelIsSpelled() {
    folder.write(".record/07.5.json", "{}");

    persister.updateVoiceFidelity(COURSE, "7.5", FIDELITY);

    assertThat(folder.files()).containsOnlyKeys(".record/07.5.json");
    assertThat(folder.text(".record/07.5.json")).contains("0.9");
  }

  @Test
  void recordsShouldBothBeNamedWhenTheyClaimOneLabel() {
    folder.write(".record/07.5.json", "{}");
    folder.write(".record/7.5.json", "{}");

    assertThatThrownBy(() -> persister.updateVoiceFidelity(COURSE, "7.5", FIDELITY))
        .isInstanceOfSatisfying(
            StorageConflictException.class,
            e -> assertThat(e.code()).isEqualTo("LABEL_CLAIMED_TWICE"))
        .hasMessageContaining("\".record/07.5.json\" and \".record/7.5.json\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "{\"a\": }", "", "{} x", "{\"a\":1,\"a\":2}", "\"text\""})
  void recordThatIsNoObjectShouldBeNamedAndLeftAlone(String record) {
    folder.write(".record/course.json", record);

    assertThatThrownBy(() -> persister.updateVoiceFidelity(COURSE, FIDELITY))
        .isInstanceOfSatisfying(
            CorruptRecordException.class,
            e -> {
              assertThat(e.code()).isEqualTo("RECORD_UNREADABLE");
              assertThat(e.remedy()).isPresent();
            })
        .hasMessageContaining(".record/course.json");
    assertThat(folder.text(".record/course.json")).isEqualTo(record);
  }

  @Test
  void recordShouldBeReadAgainWhenItWasMendedInPlace() {
    folder.write(".record/1.2.json", "{");
    assertThatThrownBy(() -> persister.updateVoiceFidelity(COURSE, "1.2", FIDELITY))
        .isInstanceOf(CorruptRecordException.class);

    folder.write(".record/1.2.json", "{\"retries\": 7}");
    persister.updateVoiceFidelity(COURSE, "1.2", FIDELITY);

    assertThat(folder.text(".record/1.2.json")).contains("7").contains("0.9");
  }

  @Test
  void lessonAndRecordShouldBeWrittenTogetherOrNotAtAll() {
    folder.write("lessons/1.2-a.md", "old");
    folder.write(".record/1.2.json", "{");

    assertThatThrownBy(
            () ->
                persister.persistLesson(
                    COURSE, LessonDraft.builder("1.2", "new").retries(1).build()))
        .isInstanceOf(CorruptRecordException.class);

    assertThat(folder.text("lessons/1.2-a.md")).isEqualTo("old");
  }

  @Test
  void recordOfVariantShouldBeOfThatVariant() {
    for (String system : List.of("mac", "windows")) {
      persister.persistLesson(
          COURSE, LessonDraft.builder("2.1-" + system, "# 2.1").slug("terminal").build());
    }
    persister.updateVoiceFidelity(COURSE, "2.1-mac", FIDELITY);

    assertThat(folder.lessonValue("lessons/2.1-terminal-mac.md", "voice_fidelity_score"))
        .contains("0.9");
    assertThat(folder.lessonValue("lessons/2.1-terminal-windows.md", "voice_fidelity_score"))
        .isEmpty();
  }

  @Test
  void recordThatNamesAnotherFileShouldBeLedToItsLesson() {
    folder.write("lessons/1.2-new-name.md", "# 1.2");
    folder.write(".record/1.2.json", "{\"path\": \"lessons/1.2-old-name.md\"}");

    persister.updateVoiceFidelity(COURSE, "1.2", FIDELITY);

    assertThat(folder.text(".record/1.2.json")).contains("lessons/1.2-new-name.md");
    assertThat(folder.lessonValue("lessons/1.2-new-name.md", "voice_fidelity_score"))
        .contains("0.9");
  }

  @Test
  void verdictShouldStandForTheBytesThatAreThere() {
    folder.write("lessons/1.2-a.md", "# 1.2");

    persister.updateLessonValidation(COURSE, "1.2", LessonVerdict.passed().by("Rui"));

    assertThat(folder.lessonValue("lessons/1.2-a.md", "validation_status")).contains("\"passed\"");
    folder.write("lessons/1.2-a.md", "# 1.2 changed");
    assertThat(folder.lessonValue("lessons/1.2-a.md", "validation_status")).contains("\"failed\"");

    persister.updateLessonValidation(COURSE, "1.2", LessonVerdict.passed());
    assertThat(folder.lessonValue("lessons/1.2-a.md", "validation_status")).contains("\"passed\"");
    assertThat(folder.lessonValue("lessons/1.2-a.md", "reviewer")).isEmpty();
  }

  @Test
  void verdictShouldStandForTheBytesThatWereJudged() {
    byte[] judged = "# 1.2".getBytes(StandardCharsets.UTF_8);
    Review.Issue issue = new Review.Issue(" no end ", "INFO", "content");

    persister.updateLessonValidation(
        COURSE, "1.2", LessonVerdict.failed(List.of(issue)).on(Sha256.of(judged)));
    folder.folders().write(COURSE, "lessons/1.2-a.md", judged);

    assertThat(folder.lessonValue("lessons/1.2-a.md", "validation_status")).contains("\"failed\"");
    assertThat(folder.lessonValue("lessons/1.2-a.md", "validation_issues"))
        .contains("[{\"category\":\"content\",\"issue\":\"no end\",\"severity\":\"info\"}]");
  }

  @Test
  void verdictShouldBeRefusedWhenThereIsNothingToJudge() {
    assertThatThrownBy(
            () -> persister.updateLessonValidation(COURSE, "1.2", LessonVerdict.passed()))
        .isInstanceOfSatisfying(
            StorageRejectedException.class,
            e -> {
              assertThat(e.code()).isEqualTo("LESSON_NOT_FOUND");
              assertThat(e.remedy()).isPresent();
            })
        .hasMessageContaining("1.2");
    assertThat(folder.files()).isEmpty();
  }

  @Test
  void verdictShouldReplaceTheOneInTheRecordOfTheCourse() {
    folder.write("lessons/1.2-a.md", "# 1.2");
    String other = "{\"path\": \"lessons/1.3-b.md\", \"judged\": \"x\", \"verdict\": \"passed\"}";
    folder.write(
        ".record/course.json",
        "{\"persona\": \"ana\", \"reviews\": [{\"path\": \"lessons/1.2-a.md\"}, " + other + "]}");

    persister.updateLessonValidation(COURSE, "1.2", LessonVerdict.passed());

    assertThat(folder.lessonValue("lessons/1.2-a.md", "validation_status")).contains("\"passed\"");
    assertThat(folder.text(".record/course.json"))
        .contains("ana")
        .contains("lessons/1.3-b.md")
        .doesNotContain("lessons/1.2-a.md");
  }

  @Test
  void verdictShouldNotCareForARecordOfTheCourseThatCannotBeRead() {
    folder.write("lessons/1.2-a.md", "# 1.2");
    folder.write(".record/course.json", "{");

    persister.updateLessonValidation(COURSE, "1.2", LessonVerdict.passed());

    folder.folders().makeUnreadable(COURSE, ".record/course.json", "no permission");
    persister.updateLessonValidation(COURSE, "1.2", LessonVerdict.passed().by("Ana"));
    assertThat(folder.lessonValue("lessons/1.2-a.md", "reviewer")).contains("\"Ana\"");
  }

  @Test
  void keywordsShouldBeReplacedAndClearedAsAWhole() {
    persister.persistCourse(COURSE, CourseDraft.builder().keywords("a", "b").build());
    persister.persistCourse(COURSE, CourseDraft.builder().keywords("c").build());
    assertThat(folder.value(RowTable.CONTENT_PIECES, "keywords")).contains("[\"c\"]");

    persister.persistCourse(COURSE, CourseDraft.builder().keywords(List.of()).build());

    assertThat(folder.value(RowTable.CONTENT_PIECES, "keywords")).contains("[]");
    assertThat(folder.text(".record/course.json")).doesNotContain("keywords");
  }

  @Test
  void everySingleValueShouldMakeARecord() {
    LessonDraft.Builder[] lessons = {
      lesson("1.1").voiceFidelity(FIDELITY),
      lesson("1.2").status("draft"),
      lesson("1.3").generationSeconds(BigDecimal.ONE),
      lesson("1.4").generationCostUsd(BigDecimal.ONE),
      lesson("1.5").retries(0),
      lesson("1.6").provenance("a", "b"),
      lesson("1.7"),
    };
    for (LessonDraft.Builder lesson : lessons) {
      persister.persistLesson(COURSE, lesson.build());
    }

    assertThat(folder.files().keySet())
        .filteredOn(name -> name.startsWith(".record"))
        .hasSize(lessons.length - 1)
        .doesNotContain(".record/1.7.json");
  }

  @Test
  void everySingleValueShouldMakeARecordOfTheCourse() {
    CourseDraft.Builder[] drafts = {
      CourseDraft.builder().persona("ana"),
      CourseDraft.builder().keywords("a"),
      CourseDraft.builder().status("draft"),
      CourseDraft.builder().provenance("a", "b"),
    };
    for (CourseDraft.Builder draft : drafts) {
      PersistedFolder fresh = new PersistedFolder();
      fresh.persister().persistCourse(COURSE, draft.build());
      assertThat(fresh.files()).containsOnlyKeys(".record/course.json");
    }
    PersistedFolder fresh = new PersistedFolder();
    CourseDraft name =
        new CourseDraft(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("Ana"),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    fresh.persister().persistCourse(COURSE, name);
    assertThat(fresh.text(".record/course.json")).contains("\"personaName\": \"Ana\"");
  }

  @Test
  void valuesShouldBeRefusedWhenWhatIsThereCannotBeRead() {
    folder.write("lessons/1.2-a.md", "# 1.2");
    folder.write("COURSE-BRIEF.md", "# Brief");
    folder.write(".record/course.json", "{}");
    folder.write(".record/1.2.json", "{}");
    folder.files().keySet().forEach(name -> folder.folders().makeUnreadable(COURSE, name, "no"));

    assertThat(
            List.<ThrowingCallable>of(
                () -> persister.updateLessonValidation(COURSE, "1.2", LessonVerdict.passed()),
                () -> persister.persistCourse(COURSE, CourseDraft.builder().title("x").build()),
                () -> persister.updateVoiceFidelity(COURSE, FIDELITY),
                () -> persister.updateVoiceFidelity(COURSE, "1.2", FIDELITY)))
        .allSatisfy(
            call ->
                assertThatThrownBy(call)
                    .isInstanceOfSatisfying(
                        StorageRejectedException.class,
                        e -> assertThat(e.code()).isEqualTo("FILE_UNREADABLE"))
                    .hasMessageContaining("cannot be read"));
  }

  private static LessonDraft.Builder lesson(String label) {
    return LessonDraft.builder(label, "# Text").slug("steps");
  }

  @Test
  void competitorsOfReportShouldCountBeforeThoseOfRecord() {
    persister.persistResearch(
        COURSE,
        ResearchDraft.builder()
            .marketAnalysis("# Market\n\n**Courses Analyzed:** 12\n")
            .competitors(7)
            .build());

    assertThat(folder.value(RowTable.MARKET_RESEARCH, "competitors_analyzed")).contains("12");
  }
}
