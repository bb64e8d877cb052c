package io.creatoros.core.reading;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import java.nio.CharBuffer;

/**
 * A file as readers are given it.
 *
 * @param path where it lies in its course
 * @param chars its text, line ends as they are; not to be changed
 */
public record SourceText(ArtifactPath path, CharBuffer chars) {

  /** A file with this text. */
  public SourceText(ArtifactPath path, String text) {
    this(path, CharBuffer.wrap(text.toCharArray()));
  }

  /** Its text as a string, which is made each time. */
  public String text() {
    return chars.toString();
  }

  /** What the file is to its course. */
  public ArtifactKind kind() {
    return ArtifactKind.of(path);
  }
}
