package io.creatoros.postgres;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.Sha256;
import io.creatoros.testkit.MirrorHome;

/** A mirror in a database at which a person edits rows. */
public interface EditedByHand extends MirrorHome {

  /** That person. */
  Hand hand();

  @Override
  default void editHash(CourseId course, ArtifactPath path, Sha256 hash) {
    hand().editHash(course, path, hash);
  }

  @Override
  default void editBytes(CourseId course, ArtifactPath path, byte[] bytes) {
    hand().editBytes(course, path, bytes);
  }

  @Override
  default void deleteBytes(CourseId course, ArtifactPath path) {
    hand().deleteBytes(course, path);
  }

  @Override
  default void deleteRow(CourseId course, ArtifactPath path) {
    hand().deleteRow(course, path);
  }

  @Override
  default void editTyped(CourseId course, RowKey key, String column, String value) {
    hand().editTyped(course, key, column, value);
  }

  @Override
  default void deleteTyped(CourseId course, RowKey key) {
    hand().deleteTyped(course, key);
  }
}
