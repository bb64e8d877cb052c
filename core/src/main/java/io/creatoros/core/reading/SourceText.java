package io.creatoros.core.reading;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;

/**
 * A file as readers are given it.
 *
 * @param path where it lies in its course
 * @param text its text, line ends as they are
 */
public record SourceText(ArtifactPath path, String text) {

  /** What the file is to its course. */
  public ArtifactKind kind() {
    return ArtifactKind.of(path);
  }
}
