package io.creatoros.core.persist;

import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.dualwrite.CourseWriter;
import io.creatoros.core.dualwrite.Persisted;
import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.lesson.LessonLabels;
import io.creatoros.core.query.CourseOverview;
import io.creatoros.core.query.LessonOverview;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Stores courses as programs make them: as files of the course folder, durable when a call returns,
 * and in the mirror now or owed, as {@link Persisted} tells.
 *
 * <p>Everything is addressed by course and label. No call needs an id or an earlier call, calls may
 * come in any order, and each replaces what it names: repeating it changes nothing. What is there
 * already is updated where it lies, whatever its name; what is new goes to {@code COURSE-BRIEF.md},
 * {@code curriculum.yaml}, {@code course-outline.md}, {@code lessons/1.2-slug.md}, {@code
 * research/market-analysis.md}, {@code content-gaps.md}, {@code differentiation.md} and {@code
 * sources.md}; what no file carries goes to the records in {@code .record/}, of which only the
 * given values are replaced.
 *
 * <p>Texts are stored as UTF-8, exactly as given. A file over the size limit is stored in the
 * folder like any other; the mirror knows it by hash and size alone, and the answer is the same.
 *
 * <p>All writes throw, before anything is written,
 *
 * <ul>
 *   <li>{@link IllegalArgumentException} for a value that cannot be, naming the argument;
 *   <li>{@link io.creatoros.core.storage.StorageConflictException} with code {@code
 *       LABEL_CLAIMED_TWICE} or {@code PART_CLAIMED_TWICE} when two files could be meant, naming
 *       both; {@code NAME_TAKEN} when something else has the name of a new file; {@code
 *       BRIEF_SAYS_OTHERWISE} when a brief written by somebody else has another title or slug;
 *   <li>{@link io.creatoros.core.storage.CorruptRecordException} with code {@code
 *       RECORD_UNREADABLE} when a record is no JSON object, so that its values cannot be kept;
 * </ul>
 *
 * <p>and a {@link io.creatoros.core.storage.StorageException} when the folder cannot be read or
 * written, or a file keeps changing. They never throw for the mirror's sake. May be used by several
 * threads and processes at once: of one record, each keeps what the others wrote.
 */
public final class CoursePersister implements AutoCloseable {

  /**
   * Opens nothing until it is used.
   *
   * @param folders the course folders
   * @param writer writes to them and to the mirror; closed with this
   * @param sizeLimit the largest file whose bytes are stored in the mirror, in bytes; larger ones
   *     are not read
   */
  public CoursePersister(CourseFolders folders, CourseWriter writer, long sizeLimit) {}

  /**
   * Stores a course. A title or slug without a brief makes a brief that says so, unless somebody
   * else wrote one that says it already.
   */
  public Persisted persistCourse(CourseId course, CourseDraft draft) {
    throw new UnsupportedOperationException();
  }

  /** Stores brief, curriculum and outline, whichever are given, together. */
  public Persisted persistMetadata(CourseId course, MetadataDraft draft) {
    throw new UnsupportedOperationException();
  }

  /** Stores a lesson and what is known of it. */
  public Persisted persistLesson(CourseId course, LessonDraft lesson) {
    return persistLessons(course, List.of(lesson));
  }

  /**
   * Stores lessons together: a reader of the mirror sees all of them or none.
   *
   * @param lessons at least one; no label twice
   */
  public Persisted persistLessons(CourseId course, List<LessonDraft> lessons) {
    throw new UnsupportedOperationException();
  }

  /** Stores the reports that are given, together. */
  public Persisted persistResearch(CourseId course, ResearchDraft draft) {
    throw new UnsupportedOperationException();
  }

  /** Stores the curriculum. */
  public Persisted updateCurriculum(CourseId course, String yaml) {
    return persistMetadata(course, MetadataDraft.ofCurriculum(yaml));
  }

  /**
   * Stores how close the voice of a course came.
   *
   * @param fidelity from 0 to 1, rounded to two digits
   */
  public Persisted updateVoiceFidelity(CourseId course, BigDecimal fidelity) {
    throw new UnsupportedOperationException();
  }

  /**
   * Stores how close the voice of a lesson came. The lesson need not be there yet.
   *
   * @param fidelity from 0 to 1, rounded to two digits
   */
  public Persisted updateVoiceFidelity(CourseId course, LessonLabel lesson, BigDecimal fidelity) {
    throw new UnsupportedOperationException();
  }

  /** The same, by the lesson's label as written, such as {@code 1.2}. */
  public Persisted updateVoiceFidelity(CourseId course, String lesson, BigDecimal fidelity) {
    return updateVoiceFidelity(course, LessonLabels.parse(lesson), fidelity);
  }

  /**
   * Stores a reviewer's verdict on a lesson; it replaces the one before. The lesson need not be
   * there yet if the verdict says which bytes were judged.
   *
   * @throws io.creatoros.core.storage.StorageRejectedException with code {@code LESSON_NOT_FOUND}
   *     if there is no such lesson, and the verdict does not say which bytes were judged
   */
  public Persisted updateLessonValidation(
      CourseId course, LessonLabel lesson, LessonVerdict verdict) {
    throw new UnsupportedOperationException();
  }

  /** The same, by the lesson's label as written, such as {@code 1.2}. */
  public Persisted updateLessonValidation(CourseId course, String lesson, LessonVerdict verdict) {
    return updateLessonValidation(course, LessonLabels.parse(lesson), verdict);
  }

  /** The course as its folder says; empty when it has no files. The mirror is not asked. */
  public Optional<CourseOverview> course(CourseId course) {
    throw new UnsupportedOperationException();
  }

  /**
   * The lessons as the folder says, in teaching order: by module number, lesson number, and path;
   * those without a number last. The mirror is not asked.
   */
  public List<LessonOverview> lessons(CourseId course) {
    throw new UnsupportedOperationException();
  }

  /** The course in figures, as its folder says. The mirror is not asked. */
  public CourseFigures summary(CourseId course) {
    throw new UnsupportedOperationException();
  }

  /**
   * Waits until nothing is pending in the mirror.
   *
   * @param patience how long at most
   * @return whether nothing is pending
   */
  public boolean flush(Duration patience) {
    throw new UnsupportedOperationException();
  }

  /** Sends what is pending as far as time allows, and closes the writer. */
  @Override
  public void close() {}
}
