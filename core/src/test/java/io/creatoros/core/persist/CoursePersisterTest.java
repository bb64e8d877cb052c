package io.creatoros.core.persist;

import static io.creatoros.core.persist.PersistedFolder.COURSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.dualwrite.MirrorOutcome;
import io.creatoros.core.dualwrite.Persisted;
import io.creatoros.core.dualwrite.Persisted.WrittenFile;
import io.creatoros.core.query.CourseOverview;
import io.creatoros.core.query.LessonOverview;
import io.creatoros.core.query.ValidationCounts;
import io.creatoros.core.record.Review;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a program that makes courses calls, and what comes of it. */
class CoursePersisterTest {

  private final PersistedFolder folder = new PersistedFolder();
  private final CoursePersister persister = folder.persister();

  @Test
  void everythingShouldGoToItsPlaceWhenCourseIsNew() {
    persister.persistCourse(
        COURSE,
        CourseDraft.builder()
            .title("Pão em Casa")
            .slug("pao-em-casa")
            .persona("ana_prado", "Ana Prado")
            .keywords("bread", "oven")
            .status("draft")
            .provenance("generator", "studio 3")
            .build());
    persister.persistMetadata(
        COURSE,
        new MetadataDraft(
            Optional.empty(), Optional.of("title: Pão em Casa\n"), Optional.of("# Outline\n")));
    persister.persistLessons(
        COURSE,
        List.of(
            LessonDraft.builder("1.1", "# Aula 1.1: Flour\n").title("Flour").build(),
            LessonDraft.builder("1.2", "# Aula 1.2: Água\n").slug("water").retries(2).build()));
    persister.persistResearch(
        COURSE,
        ResearchDraft.builder()
            .marketAnalysis("# Market\n")
            .contentGaps("# Gaps\n")
            .differentiation("# Different\n")
            .sources("# Sources\n")
            .competitors(7)
            .build());

    assertThat(folder.files().keySet())
        .containsExactly(
            ".record/1.2.json",
            ".record/course.json",
            "COURSE-BRIEF.md",
            "course-outline.md",
            "curriculum.yaml",
            "lessons/1.1-flour.md",
            "lessons/1.2-water.md",
            "research/content-gaps.md",
            "research/differentiation.md",
            "research/market-analysis.md",
            "research/sources.md");
  }

  @Test
  void persistLessonShouldStoreTextExactlyAsGiven() {
    String text = "\ufeff# Aula 1.1: Olá 🍞\r\n\r\nno end of line";

    Persisted persisted = persister.persistLesson(COURSE, LessonDraft.of("1.1", text));

    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(folder.folders().read(COURSE, "lessons/1.1-ola.md")).contains(bytes);
    assertThat(persisted.course()).isEqualTo(COURSE);
    assertThat(persisted.mirror()).isInstanceOf(MirrorOutcome.Disabled.class);
    assertThat(persisted.files()).extracting(WrittenFile::hash).containsExactly(Sha256.of(bytes));
  }

  @Test
  void persistLessonShouldKeepWhatItReplaces() {
    folder.write("lessons/1.1-flour.md", "by hand");

    Persisted persisted = persister.persistLesson(COURSE, LessonDraft.of("1.1", "by program"));

    assertThat(folder.text("lessons/1.1-flour.md")).isEqualTo("by program");
    String kept = persisted.files().get(0).kept().orElseThrow();
    assertThat(folder.folders().kept().get(kept)).asString().isEqualTo("by hand");
  }

  @Test
  void repeatedCallsShouldChangeNothing() {
    for (int i = 0; i < 2; i++) {
      boolean first = i == 0;
      assertThat(everyCall())
          .allSatisfy(
              call ->
                  assertThat(call.files()).isNotEmpty().allMatch(file -> file.changed() == first));
    }
  }

  private List<Persisted> everyCall() {
    Sha256 judged = Sha256.of(new byte[] {1});
    return List.of(
        persister.persistCourse(COURSE, CourseDraft.builder().title("Bread").build()),
        persister.updateCurriculum(COURSE, "title: Bread\n"),
        persister.persistMetadata(COURSE, MetadataDraft.ofOutline("# Outline")),
        persister.persistLesson(COURSE, LessonDraft.of("1.1", "# 1.1 Flour")),
        persister.persistResearch(COURSE, ResearchDraft.builder().sources("# S").build()),
        persister.updateVoiceFidelity(COURSE, new BigDecimal("0.91")),
        persister.updateVoiceFidelity(COURSE, "1.2", new BigDecimal("0.9")),
        persister.updateLessonValidation(COURSE, "1.3", LessonVerdict.passed().on(judged)));
  }

  @Test
  void valuesShouldBeWhatTheFolderProjectsTo() {
    String text = "# Aula 1.1: Flour\n\nFlour and water.\n";
    persister.persistCourse(
        COURSE,
        CourseDraft.builder()
            .title("Pão em Casa")
            .persona("ana_prado", "Ana Prado")
            .keywords("bread", "oven")
            .status("published")
            .provenance("model", "m-1")
            .build());
    persister.updateVoiceFidelity(COURSE, new BigDecimal("0.914"));
    persister.persistLesson(
        COURSE,
        LessonDraft.builder("1.1", text)
            .voiceFidelity(new BigDecimal("0.88"))
            .status("reviewed")
            .generationSeconds(new BigDecimal("41.5"))
            .generationCostUsd(new BigDecimal("0.031"))
            .retries(1)
            .provenance("model", "m-2")
            .build());
    persister.updateLessonValidation(
        COURSE,
        "1.1",
        LessonVerdict.warning(List.of(new Review.Issue("too short", "warning", "content")))
            .by("Rui"));
    persister.persistResearch(
        COURSE, ResearchDraft.builder().marketAnalysis("# Market\n").competitors(7).build());

    assertThat(folder.value(RowTable.CONTENT_PIECES, "title")).contains("\"Pão em Casa\"");
    assertThat(folder.value(RowTable.CONTENT_PIECES, "persona")).contains("\"ana_prado\"");
    assertThat(folder.rows().personas()).containsEntry("ana_prado", "Ana Prado");
    assertThat(folder.value(RowTable.CONTENT_PIECES, "keywords")).contains("[\"bread\",\"oven\"]");
    assertThat(folder.value(RowTable.CONTENT_PIECES, "status")).contains("\"published\"");
    assertThat(folder.value(RowTable.CONTENT_PIECES, "provenance")).contains("{\"model\":\"m-1\"}");
    assertThat(folder.value(RowTable.CONTENT_PIECES, "voice_fidelity_score")).contains("0.91");
    assertThat(folder.value(RowTable.MARKET_RESEARCH, "competitors_analyzed")).contains("7");
    String lesson = "lessons/1.1-flour.md";
    assertThat(folder.lessonValue(lesson, "title")).contains("\"Flour\"");
    assertThat(folder.lessonValue(lesson, "lesson_id")).contains("\"1.1\"");
    assertThat(folder.lessonValue(lesson, "voice_fidelity_score")).contains("0.88");
    assertThat(folder.lessonValue(lesson, "status")).contains("\"reviewed\"");
    assertThat(folder.lessonValue(lesson, "generation_duration_seconds")).contains("41.5");
    assertThat(folder.lessonValue(lesson, "generation_cost_usd")).contains("0.031");
    assertThat(folder.lessonValue(lesson, "retry_count")).contains("1");
    assertThat(folder.lessonValue(lesson, "provenance")).contains("{\"model\":\"m-2\"}");
    assertThat(folder.lessonValue(lesson, "validation_status")).contains("\"warning\"");
    assertThat(folder.lessonValue(lesson, "reviewer")).contains("\"Rui\"");
    assertThat(folder.lessonValue(lesson, "validation_issues"))
        .contains("[{\"category\":\"content\",\"issue\":\"too short\",\"severity\":\"warning\"}]");
    assertThat(folder.lessonValue(lesson, "content_sha256"))
        .contains('"' + Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex() + '"');
  }

  @Test
  void readsShouldTellWhatTheFolderSays() {
    persister.persistCourse(COURSE, CourseDraft.builder().title("Bread").keywords("oven").build());
    persister.persistLessons(
        COURSE,
        List.of(
            LessonDraft.builder("10.1", "# 10.1 Last\n\nfour words are here")
                .voiceFidelity(new BigDecimal("0.9"))
                .build(),
            LessonDraft.of("2.1", "# 2.1 First\n\nthree words more")));
    folder.write("lessons/bonus-extra.md", "# Extra");

    CourseOverview course = persister.course(COURSE).orElseThrow();
    assertThat(course.title()).isEqualTo("Bread");
    assertThat(course.keywords()).containsExactly("oven");
    assertThat(course.lessons()).isEqualTo(3);
    assertThat(course.modules()).isEqualTo(2);
    assertThat(persister.lessons(COURSE))
        .extracting(LessonOverview::title)
        .containsExactly("First", "Last", "Extra");
    CourseFigures figures = persister.summary(COURSE);
    assertThat(figures.files()).isEqualTo(6);
    assertThat(figures.lessons()).isEqualTo(3);
    assertThat(figures.words()).isEqualTo(course.words()).isEqualTo(15);
    assertThat(figures.validation())
        .isEqualTo(course.validation())
        .isEqualTo(new ValidationCounts(0, 0, 3, 0));
    assertThat(figures.averageGps()).isEqualTo(course.averageGps()).isPresent();
    assertThat(figures.averageDidatica()).isEqualTo(course.averageDidatica()).isPresent();
    assertThat(figures.averageFidelity()).contains(new BigDecimal("0.9"));
  }

  @Test
  void readsShouldBeEmptyWhenCourseIsNotThere() {
    assertThat(persister.course(COURSE)).isEmpty();
    assertThat(persister.lessons(COURSE)).isEmpty();
    assertThat(persister.summary(COURSE))
        .isEqualTo(
            new CourseFigures(
                0,
                0,
                0,
                new ValidationCounts(0, 0, 0, 0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void fileOverSizeLimitShouldBeStoredLikeAnyOther() {
    String text = "# 1.1 Long\n" + "x".repeat((int) PersistedFolder.SIZE_LIMIT);

    persister.persistLesson(COURSE, LessonDraft.builder("1.1", text).slug("long").build());
    persister.persistLesson(COURSE, LessonDraft.builder("1.1", text + "y").slug("other").build());

    assertThat(folder.files()).containsOnlyKeys("lessons/1.1-long.md");
    assertThat(folder.text("lessons/1.1-long.md")).endsWith("xy");
  }

  @Test
  void flushAndCloseShouldReachTheWriter() {
    assertThat(persister.flush(Duration.ZERO)).isTrue();

    persister.close();

    assertThat(catchThrowable(() -> persister.persistLesson(COURSE, LessonDraft.of("1.1", "x"))))
        .isInstanceOf(IllegalStateException.class);
  }
}
