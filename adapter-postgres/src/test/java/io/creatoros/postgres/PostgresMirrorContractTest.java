package io.creatoros.postgres;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.Sha256;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.CourseMirrorContract;
import org.junit.jupiter.api.AfterEach;

/** The contract, straight to the server. */
final class PostgresMirrorContractTest implements CourseMirrorContract {
  private final TestDatabase database = MigratedDatabase.fresh();
  private final Hand hand = new Hand(database);
  private final CourseMirror mirror = another();

  @AfterEach
  void close() {
    mirror.close();
    database.close();
  }

  @Override
  public CourseMirror mirror() {
    return mirror;
  }

  @Override
  public CourseMirror another() {
    return PostgresMirror.open(MigratedDatabase.config(database));
  }

  @Override
  public CourseMirror otherProject() {
    return PostgresMirror.open(MigratedDatabase.config(database).withProject("other"));
  }

  @Override
  public void editHash(CourseId course, ArtifactPath path, Sha256 hash) {
    hand.editHash(course, path, hash);
  }

  @Override
  public void editBytes(CourseId course, ArtifactPath path, byte[] bytes) {
    hand.editBytes(course, path, bytes);
  }

  @Override
  public void deleteBytes(CourseId course, ArtifactPath path) {
    hand.deleteBytes(course, path);
  }

  @Override
  public void deleteRow(CourseId course, ArtifactPath path) {
    hand.deleteRow(course, path);
  }

  @Override
  public void editTyped(CourseId course, RowKey key, String column, String value) {
    hand.editTyped(course, key, column, value);
  }

  @Override
  public void deleteTyped(CourseId course, RowKey key) {
    hand.deleteTyped(course, key);
  }
}
