package io.creatoros.core.course;

import org.jspecify.annotations.Nullable;

/**
 * The key of an artifact within its course: its path with {@code /}, in Unicode form NFC unless
 * siblings on disk collide in that form (then the siblings not spelled in NFC keep the spelling
 * found). Ordered by unsigned UTF-8 bytes. Immutable.
 */
public final class ArtifactPath implements Comparable<ArtifactPath> {

  private final String value;

  /** Told once, as it takes time; threads that tell it at once tell the same. */
  private @Nullable ArtifactKind kind;

  /**
   * The artifact at a path such as {@code lessons/1.2-first-steps.md}.
   *
   * @throws IllegalArgumentException if the path is empty, absolute, leaves the course, holds NUL
   *     or is not text
   */
  public ArtifactPath(String value) {
    RelativePath.require(value, "path");
    this.value = value;
  }

  /** The path. */
  public String value() {
    return value;
  }

  /** The last segment. */
  public String fileName() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  ArtifactKind kind() {
    ArtifactKind known = kind;
    if (known == null) {
      known = ArtifactKind.told(this);
      kind = known;
    }
    return known;
  }

  @Override
  public int compareTo(ArtifactPath other) {
    return Utf8Order.COMPARATOR.compare(value, other.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ArtifactPath path && value.equals(path.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
