package io.creatoros.core.projection;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.finding.CourseFinding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The second half of the projection: the typed rows of a course, by the facts of all its files. */
public final class Projector {

  /**
   * The version of readers and projection together. It rises whenever the same bytes would give
   * other facts or rows.
   */
  public static final int VERSION = 1;

  private Projector() {}

  /**
   * The typed rows of a course; none for a folder that holds only notes, nor for loose files beside
   * the courses of a workspace. Pure; the order of the files does not matter.
   */
  public static CourseRows assemble(CourseId course, Collection<CourseFile> files) {
    return assemble(course, files, LessonRow::of);
  }

  /** Makes the row of a lesson as {@link LessonRow} does. */
  @FunctionalInterface
  interface LessonRows {

    TypedRow of(TaughtLesson lesson, boolean hasPlan, LongTexts texts);
  }

  static CourseRows assemble(CourseId course, Collection<CourseFile> files, LessonRows lessons) {
    CourseParts parts = new CourseParts(course, files);
    Syllabus syllabus = Syllabus.of(parts);
    List<CourseFinding> findings = CourseFindings.of(parts, syllabus);
    Identity identity = new Identity(parts);
    LongTexts texts = new LongTexts();
    List<TypedRow> rows = new ArrayList<>();
    if (parts.isTaught()) {
      rows.add(PieceRow.of(parts, identity));
      rows.add(MetadataRow.of(parts, identity, syllabus, texts, findings));
      boolean hasPlan = !syllabus.planned().isEmpty();
      syllabus.lessons().forEach(lesson -> rows.add(lessons.of(lesson, hasPlan, texts)));
      ResearchRow.of(parts, texts).ifPresent(rows::add);
      rows.sort(Comparator.comparing(TypedRow::key));
    }
    return new CourseRows(rows, texts.apart(), identity.personas(), findings);
  }
}
