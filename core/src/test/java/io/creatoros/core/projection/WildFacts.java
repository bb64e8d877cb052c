package io.creatoros.core.projection;

import io.creatoros.core.brief.Brief;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.curriculum.Curriculum;
import io.creatoros.core.curriculum.Curriculum.PlannedLesson;
import io.creatoros.core.curriculum.Curriculum.PlannedModule;
import io.creatoros.core.lesson.Lesson;
import io.creatoros.core.lesson.LessonLabels;
import io.creatoros.core.quality.DidaticaScore;
import io.creatoros.core.quality.GpsScore;
import io.creatoros.core.quality.LessonScores;
import io.creatoros.core.record.CourseRecord;
import io.creatoros.core.record.LessonRecord;
import io.creatoros.core.record.Review;
import io.creatoros.core.research.Outline;
import io.creatoros.core.research.ResearchReport;
import io.creatoros.core.research.ResearchReport.Topic;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Facts as no reader should give them, and one day may. The same seed gives the same ones. */
final class WildFacts {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\0",
          "half \uD83C",
          "\uDFAF half",
          "🎯".repeat(600),
          "x".repeat(5000),
          "a\0b".repeat(90),
          "é\u0301",
          "\"\\\u0000\u001f",
          "draft",
          "published",
          "Published",
          "reviewed",
          "es",
          "pt",
          "pt-BR",
          "expert",
          "beginner",
          "technical",
          "apply",
          "synthesise",
          "passed",
          "2026-02-30");

  private static final List<BigDecimal> NUMBERS =
      List.of(
          new BigDecimal("-0.01"),
          new BigDecimal("-1E+20"),
          BigDecimal.ZERO,
          new BigDecimal("0.995"),
          BigDecimal.ONE,
          new BigDecimal("1.004"),
          new BigDecimal("90"),
          new BigDecimal("9999.994"),
          new BigDecimal("9999.996"),
          new BigDecimal("10000"),
          new BigDecimal("1E+30"),
          new BigDecimal("1E-30"));

  private final Random random;

  WildFacts(long seed) {
    random = new Random(seed);
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private Optional<String> said() {
    return random.nextInt(5) == 0 ? Optional.empty() : Optional.of(text());
  }

  private List<String> texts() {
    return random.ints(random.nextInt(80), 0, TEXTS.size()).mapToObj(TEXTS::get).toList();
  }

  private Optional<BigDecimal> number() {
    return Optional.of(NUMBERS.get(random.nextInt(NUMBERS.size())));
  }

  private Optional<Integer> count() {
    return Optional.of(
        List.of(-1, 0, 1, 7, Integer.MIN_VALUE, Integer.MAX_VALUE).get(random.nextInt(6)));
  }

  Brief brief() {
    return new Brief(
        said(),
        said(),
        said(),
        said(),
        texts(),
        said(),
        said(),
        said(),
        said(),
        number(),
        count(),
        count(),
        said(),
        said(),
        texts(),
        new Brief.Icp(Map.of(text(), text()), Map.of(text(), text()), texts(), texts()),
        texts(),
        Optional.of(new Brief.Persona(text(), said(), number())),
        Map.of(text(), texts()),
        said());
  }

  Curriculum curriculum() {
    PlannedLesson lesson =
        new PlannedLesson(
            said(), Optional.empty(), said(), count(), said(), texts(), texts(), said(), 1);
    return new Curriculum(
        said(),
        said(),
        said(),
        said(),
        said(),
        said(),
        number(),
        count(),
        count(),
        count(),
        List.of(new PlannedModule(said(), said(), count(), count(), said(), List.of(lesson))));
  }

  Lesson lesson(String path) {
    return new Lesson(
        LessonLabels.ofPath(new ArtifactPath(path)),
        said(),
        text(),
        text(),
        said(),
        count().orElse(0),
        new LessonScores(
            new GpsScore(random.nextBoolean(), true, true, List.of(text())),
            new DidaticaScore(random.nextInt(15), 20, 0, 0, 0, 0, 0)),
        count(),
        said(),
        texts(),
        texts(),
        said(),
        said(),
        said(),
        said(),
        said(),
        number());
  }

  CourseRecord courseRecord() {
    return new CourseRecord(
        said(),
        said(),
        number(),
        said(),
        Optional.empty(),
        texts(),
        Optional.of(3),
        List.of(review()),
        Map.of(text(), text()));
  }

  LessonRecord lessonRecord(String lesson) {
    return new LessonRecord(
        Optional.empty(),
        Optional.of(lesson),
        number(),
        said(),
        Optional.of(review()),
        number(),
        number(),
        count(),
        Map.of(text(), text()));
  }

  /** Of a lesson's bytes as {@link CourseOfFacts} has them. */
  private Review review() {
    Sha256 judged = CourseOfFacts.hash("lessons/1.1-a.md");
    Review.Issue issue = new Review.Issue(text(), text(), text());
    return new Review(said(), judged, text(), List.of(issue), said());
  }

  Outline outline() {
    return new Outline(said(), -1);
  }

  ResearchReport report() {
    return new ResearchReport(Optional.of(Topic.GAP_ANALYSIS), said(), count(), said());
  }
}
