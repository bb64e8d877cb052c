package io.creatoros.core.course;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * A place where courses live, as a reader sees it. Folders and mirrors share this contract whole,
 * so that comparing, verifying and pulling are written once, between two repositories.
 *
 * <p>All methods throw a {@link io.creatoros.core.storage.StorageException} when the place itself
 * fails, and may be called from several threads.
 */
public interface CourseRepository {

  /** The courses this place holds, ordered; empty when there are none. */
  List<CourseId> courses();

  /**
   * The artifacts of a course at one instant, ordered by path. A course that is not there gives an
   * empty manifest of revision 0.
   */
  Manifest manifest(CourseId course, Evidence evidence);

  /**
   * Opens an artifact's bytes; the caller closes the stream. Empty when the artifact is not there
   * or its bytes are not stored. The bytes are those of one version, never a mix, but are not
   * compared with the recorded hash.
   */
  Optional<InputStream> open(CourseId course, ArtifactPath path);
}
