package io.creatoros.core.course;

/**
 * The key of an artifact within its course: its path with {@code /}, in Unicode form NFC unless
 * siblings on disk collide in that form (then the siblings not spelled in NFC keep the spelling
 * found). Ordered by unsigned UTF-8 bytes.
 *
 * @param value the path, such as {@code lessons/1.2-first-steps.md}
 */
public record ArtifactPath(String value) implements Comparable<ArtifactPath> {

  /**
   * @throws IllegalArgumentException if the path is empty, absolute, leaves the course, holds NUL
   *     or is not text
   */
  public ArtifactPath {
    RelativePath.require(value, "path");
  }

  /** The last segment. */
  public String fileName() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  @Override
  public int compareTo(ArtifactPath other) {
    return Utf8Order.COMPARATOR.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
