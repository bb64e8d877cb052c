package io.creatoros.core.compare;

import io.creatoros.core.course.CourseId;
import java.util.List;
import java.util.Optional;

/**
 * Where a workspace keeps its bases for one mirror identity and project. May be called from several
 * threads for different courses.
 */
public interface Bases {

  /** The bases of a course; empty when this workspace never had any, or lost them. */
  Optional<CourseBases> load(CourseId course);

  /**
   * Replaces the bases of a course. Atomic: a program that ends at any point leaves the old bases
   * or the new ones. A machine that loses power may come back with the old ones, or with none.
   */
  void save(CourseId course, CourseBases bases);

  /** Does the same, and survives a loss of power from when it returns. */
  void saveDurably(CourseId course, CourseBases bases);

  /** The courses that have bases, ordered. */
  List<CourseId> courses();

  /**
   * Takes the bases of one course over to another name, replacing what that has; absent is kept.
   */
  void rename(CourseId from, CourseId to);
}
