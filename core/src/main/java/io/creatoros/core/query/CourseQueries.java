package io.creatoros.core.query;

import io.creatoros.core.course.CourseId;
import java.util.List;
import java.util.Optional;

/**
 * Questions to the typed rows of one project of a mirror. Answers come from the mirror alone, at
 * the revision it holds; a course without typed rows is not in them. All methods throw a {@link
 * io.creatoros.core.storage.StorageException} when the mirror fails, and may be called from several
 * threads.
 */
public interface CourseQueries {

  /** All courses, ordered by course. */
  List<CourseOverview> courses();

  /** One course; empty when the mirror has no typed rows of it. */
  Optional<CourseOverview> course(CourseId course);

  /** The courses that declare this slug, ordered by course; a slug may be declared twice. */
  List<CourseOverview> withSlug(String slug);

  /** The courses that have this keyword, whatever its case, ordered by course. */
  List<CourseOverview> withKeyword(String keyword);

  /** The courses written with this persona, ordered by course. */
  List<CourseOverview> withPersona(String persona);

  /**
   * The lessons of a course in teaching order: by module number, lesson number, and path; those
   * without a number last. Empty when the mirror has none.
   */
  List<LessonOverview> lessons(CourseId course);

  /** The lessons with the highest scores, GPS before Didática, best first. */
  List<LessonHit> topLessons(int limit);

  /**
   * The lessons that hold all the words, best first. Accents do not matter; words are matched by
   * their stem in the language of the course.
   */
  List<LessonHit> search(LessonSearch search);

  /** The project in figures. */
  ProjectStats stats();

  /**
   * Everything the typed rows say of a course, texts included, as one JSON object; empty when the
   * mirror has no typed rows of it.
   */
  Optional<String> export(CourseId course);
}
