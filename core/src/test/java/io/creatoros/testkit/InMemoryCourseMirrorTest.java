package io.creatoros.testkit;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.Sha256;

class InMemoryCourseMirrorTest implements CourseMirrorContract {

  private final InMemoryCourseMirror mirror = new InMemoryCourseMirror();

  @Override
  public CourseMirror mirror() {
    return mirror;
  }

  @Override
  public CourseMirror another() {
    return new InMemoryCourseMirror(mirror.database(), "default");
  }

  @Override
  public CourseMirror otherProject() {
    return new InMemoryCourseMirror(mirror.database(), "another");
  }

  @Override
  public void editHash(CourseId course, ArtifactPath path, Sha256 hash) {
    mirror.editHash(course, path, hash);
  }

  @Override
  public void editBytes(CourseId course, ArtifactPath path, byte[] bytes) {
    mirror.editBytes(course, path, bytes);
  }

  @Override
  public void deleteBytes(CourseId course, ArtifactPath path) {
    mirror.deleteBytes(course, path);
  }

  @Override
  public void deleteRow(CourseId course, ArtifactPath path) {
    mirror.deleteRow(course, path);
  }

  @Override
  public void editTyped(CourseId course, RowKey key, String column, String value) {
    mirror.editTyped(course, key, column, value);
  }

  @Override
  public void deleteTyped(CourseId course, RowKey key) {
    mirror.deleteTyped(course, key);
  }
}
