package io.creatoros.testkit;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.Sha256;

/**
 * The contract of mirrors for a decorator of them, over a mirror in memory. Others, and people who
 * edit by hand, do not go through the decorator.
 */
public interface DecoratedMirrorContract
    extends CourseMirrorContract, DecoratorContract<CourseMirror> {

  /** What is decorated; the same for all of a test. */
  InMemoryCourseMirror home();

  @Override
  default Class<CourseMirror> port() {
    return CourseMirror.class;
  }

  @Override
  default CourseMirror another() {
    return decorated(new InMemoryCourseMirror(home().database(), "default"));
  }

  @Override
  default CourseMirror otherProject() {
    return decorated(new InMemoryCourseMirror(home().database(), "another"));
  }

  @Override
  default void editHash(CourseId course, ArtifactPath path, Sha256 hash) {
    home().editHash(course, path, hash);
  }

  @Override
  default void editBytes(CourseId course, ArtifactPath path, byte[] bytes) {
    home().editBytes(course, path, bytes);
  }

  @Override
  default void deleteBytes(CourseId course, ArtifactPath path) {
    home().deleteBytes(course, path);
  }

  @Override
  default void deleteRow(CourseId course, ArtifactPath path) {
    home().deleteRow(course, path);
  }

  @Override
  default void editTyped(CourseId course, RowKey key, String column, String value) {
    home().editTyped(course, key, column, value);
  }

  @Override
  default void deleteTyped(CourseId course, RowKey key) {
    home().deleteTyped(course, key);
  }
}
