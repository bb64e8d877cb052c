package io.creatoros.core.wire;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.storage.StorageRejectedException;

/**
 * Keys as rows spell them. The schema's checks keep out those that leave the folder; a database
 * whose checks were dropped is not trusted to have none.
 */
public final class Keys {

  private Keys() {}

  /**
   * A course's path.
   *
   * @throws StorageRejectedException if no course can have it
   */
  public static CourseId course(String path) {
    try {
      return new CourseId(path);
    } catch (IllegalArgumentException e) {
      throw refused("creatoros.courses", e);
    }
  }

  /**
   * A file's path within its course.
   *
   * @throws StorageRejectedException if no file can have it
   */
  public static ArtifactPath path(CourseId course, String path) {
    try {
      return new ArtifactPath(path);
    } catch (IllegalArgumentException e) {
      throw refused("creatoros.files for course \"" + course + "\"", e);
    }
  }

  private static StorageRejectedException refused(String where, IllegalArgumentException e) {
    return new StorageRejectedException(
        "DB_KEY_REFUSED",
        "a row of " + where + " was not written by this program: " + e.getMessage(),
        "creatoros db query \"delete from creatoros.… where path = '…'\", then: creatoros sync",
        e);
  }
}
