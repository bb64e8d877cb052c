package io.creatoros.core.projection;

import io.creatoros.core.brief.Brief;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.curriculum.Curriculum;
import io.creatoros.core.curriculum.Curriculum.PlannedLesson;
import io.creatoros.core.curriculum.Curriculum.PlannedModule;
import io.creatoros.core.lesson.Lesson;
import io.creatoros.core.lesson.LessonLabels;
import io.creatoros.core.quality.DidaticaScore;
import io.creatoros.core.quality.GpsScore;
import io.creatoros.core.quality.LessonScores;
import io.creatoros.core.reading.FileFacts;
import io.creatoros.core.reading.Understood;
import io.creatoros.core.research.ResearchReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A course made of facts, as readers would have understood them. */
final class CourseOfFacts {

  /** The score of a lesson with goal, position and steps. */
  static final GpsScore COMPLETE = new GpsScore(true, true, true, List.of());

  /** The score of a lesson that lacks one of them. */
  static final GpsScore PARTIAL = new GpsScore(true, true, false, List.of());

  private final CourseId course;
  private final List<CourseFile> files = new ArrayList<>();

  CourseOfFacts(String path) {
    course = new CourseId(path);
  }

  /** A file of which nothing was understood. */
  CourseOfFacts with(String path) {
    return with(path, new FileFacts(Optional.empty(), Optional.empty(), List.of()));
  }

  CourseOfFacts with(String path, Understood understood) {
    return with(path, new FileFacts(Optional.empty(), Optional.of(understood), List.of()));
  }

  CourseOfFacts with(String path, FileFacts facts) {
    return with(new CourseFile(new ArtifactPath(path), hash(path), path.length(), true, facts));
  }

  CourseOfFacts with(CourseFile file) {
    files.add(file);
    return this;
  }

  /** A file as it is read. */
  CourseOfFacts read(String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return with(path, Readers.read(new ArtifactPath(path), bytes));
  }

  /** A lesson that is where its name says. */
  CourseOfFacts lesson(String path) {
    return with(path, lessonAt(path));
  }

  CourseRows rows() {
    return Projector.assemble(course, files);
  }

  List<CourseFile> files() {
    return files;
  }

  CourseId course() {
    return course;
  }

  /** The columns of a row that a course has one of. */
  Map<String, String> row(RowTable table) {
    return row(table, "").values();
  }

  TypedRow row(RowTable table, String path) {
    return rows().rows().stream()
        .filter(row -> row.key().equals(new RowKey(table, path)))
        .findFirst()
        .orElseThrow();
  }

  /** The columns of a lesson's row. */
  Map<String, String> lessonRow(String path) {
    return row(RowTable.COURSE_LESSONS, path).values();
  }

  /** What was found in all files together. */
  List<String> codes() {
    return rows().findings().stream().map(finding -> finding.code().name()).toList();
  }

  /** What was found, in words, of the file at a path. */
  List<String> messages(String path) {
    return rows().findings().stream()
        .filter(finding -> finding.path().equals(path))
        .map(finding -> finding.message())
        .toList();
  }

  /** The hash that files of this fixture have. */
  static Sha256 hash(String path) {
    return Sha256.of(path.getBytes(StandardCharsets.UTF_8));
  }

  /** A lesson with a label from its name, of 600 words, complete and good. */
  static Lesson lessonAt(String path) {
    return lesson(path, path, 600, COMPLETE, 80, Optional.empty());
  }

  static Lesson lesson(
      String path, String title, int words, GpsScore gps, int didatica, Optional<String> language) {
    return new Lesson(
        LessonLabels.ofPath(new ArtifactPath(path)),
        Optional.empty(),
        title,
        "slug",
        language,
        words,
        new LessonScores(gps, new DidaticaScore(didatica, 0, 0, 0, 0, 0, 0)),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Brief brief(
      Optional<String> title, Optional<String> slug, Optional<String> persona, String... tags) {
    return new Brief(
        title,
        Optional.empty(),
        slug,
        Optional.empty(),
        List.of(tags),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new Brief.Icp(Map.of(), Map.of(), List.of(), List.of()),
        List.of(),
        persona.map(slugOf -> new Brief.Persona(slugOf, Optional.empty(), Optional.empty())),
        Map.of(),
        Optional.empty());
  }

  static Curriculum curriculum(PlannedLesson... lessons) {
    return curriculum(Optional.empty(), Optional.empty(), lessons);
  }

  static Curriculum curriculum(
      Optional<String> title, Optional<Integer> declared, PlannedLesson... lessons) {
    return new Curriculum(
        title,
        Optional.of("from-the-plan"),
        Optional.empty(),
        Optional.empty(),
        Optional.of("plan_voice"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        declared,
        Optional.of(150),
        List.of(
            new PlannedModule(
                Optional.of("1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(lessons))));
  }

  static PlannedLesson planned(String id, String title, Optional<String> file, int line) {
    return new PlannedLesson(
        Optional.of(id),
        LessonLabels.ofText(id),
        Optional.of(title),
        Optional.of(25),
        Optional.of("apply"),
        List.of("plan objective"),
        List.of(),
        file,
        line);
  }

  /** A report of market analysis. */
  static ResearchReport report(Optional<Integer> competitors) {
    return new ResearchReport(
        Optional.of(ResearchReport.Topic.MARKET_ANALYSIS),
        Optional.empty(),
        competitors,
        Optional.empty());
  }
}
