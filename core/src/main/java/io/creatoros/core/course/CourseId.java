package io.creatoros.core.course;

import java.text.Normalizer;

/**
 * What a course is known by: the path of its folder relative to the workspace, with {@code /}, in
 * Unicode form NFC. {@link #ROOT} is the course of the workspace's loose files.
 *
 * <p>Capitals, accents, underscores and spaces are accepted as they are; {@code ..}, absolute
 * paths, NUL and ill-formed text are not.
 *
 * @param path the relative path, such as {@code nova-formacao/trilha-3}
 */
public record CourseId(String path) implements Comparable<CourseId> {

  /** The course that holds the loose files of the workspace's root. */
  public static final CourseId ROOT = new CourseId(".");

  /**
   * Normalises the path to NFC.
   *
   * @throws IllegalArgumentException if the path is absolute, leaves its root, or is not text
   */
  public CourseId {
    path = Normalizer.normalize(path, Normalizer.Form.NFC);
    if (!path.equals(".")) {
      RelativePath.require(path, "course");
    }
  }

  /** Whether this is the course of the workspace's loose files. */
  public boolean isRoot() {
    return path.equals(".");
  }

  /** Whether this course's folder is the given folder or lies below it. */
  public boolean isWithin(CourseId folder) {
    return folder.isRoot() || equals(folder) || path.startsWith(folder.path + "/");
  }

  @Override
  public int compareTo(CourseId other) {
    return Utf8Order.COMPARATOR.compare(path, other.path);
  }

  @Override
  public String toString() {
    return path;
  }
}
