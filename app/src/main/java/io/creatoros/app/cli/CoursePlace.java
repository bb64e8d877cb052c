package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import io.creatoros.app.session.SessionException;
import io.creatoros.core.course.CourseBoundaries;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a course that a command writes to lies, whether it is there or not. */
final class CoursePlace {

  private final Path current;
  private final String name;

  /**
   * @param current the current folder
   * @param name the course's folder seen from there, or its path in the workspace
   */
  CoursePlace(Path current, String name) {
    this.current = current;
    this.name = name;
  }

  /** The folder that the name means, seen from the current folder. */
  Path folder() {
    return current.resolve(name).toAbsolutePath().normalize();
  }

  boolean isThere() {
    return Files.isDirectory(folder());
  }

  /**
   * Checks that the folder can be a course of a workspace in this folder, which need not be there.
   *
   * @throws SessionException if it cannot
   */
  void requireBelow(Path root) {
    course(path(current.resolve(root).toAbsolutePath().normalize(), folder()));
  }

  /** The folder itself, or the nearest above it that is there. */
  Path nearest() {
    return Stream.iterate(folder(), path -> path != null, Path::getParent)
        .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
        .findFirst()
        .orElse(current);
  }

  /**
   * The course: the folder if it is there, a known course of that path in the workspace, or else
   * the folder, which is new.
   *
   * @throws SessionException if that is no place for a course
   */
  CourseId in(Session session) {
    CourseFolders folders = session.foldersAlone();
    List<CourseId> known = List.copyOf(folders.courses());
    Path root = session.root();
    Path folder = folder();
    if (Files.isDirectory(folder) && folder.startsWith(root)) {
      return owner(folders, known, path(root, folder));
    }
    return Optional.of(name)
        .filter(path -> known.stream().anyMatch(course -> course.path().equals(path)))
        .map(CourseId::new)
        .orElseGet(() -> fresh(folders, known, path(root, folder)));
  }

  /** A folder in a course means the course, unless it is one itself, or can become one. */
  private CourseId owner(CourseFolders folders, List<CourseId> known, String path) {
    CourseId owner = CourseBoundaries.owner(known, path);
    return mayHoldCourses(folders, known, owner) ? course(path) : owner;
  }

  private CourseId fresh(CourseFolders folders, List<CourseId> known, String path) {
    CourseId owner = CourseBoundaries.owner(known, path);
    if (!mayHoldCourses(folders, known, owner)) {
      throw refused(name + " would lie inside the course '" + owner + "'");
    }
    return course(path);
  }

  /** Whether a course is what lies beside the courses of a collection, or nothing yet. */
  private static boolean mayHoldCourses(
      CourseFolders folders, List<CourseId> known, CourseId course) {
    return course.isRoot()
        || known.stream().anyMatch(other -> !other.equals(course) && other.isWithin(course))
        || folders.scan(course, Evidence.RECORDED).manifest().entries().isEmpty();
  }

  private String path(Path root, Path folder) {
    if (!folder.startsWith(root)) {
      throw new SessionException(
          SessionException.Kind.USAGE,
          "NOT_IN_WORKSPACE",
          folder + " does not lie in the workspace " + root,
          "name a folder below " + root);
    }
    return root.relativize(folder).toString();
  }

  private CourseId course(String path) {
    try {
      if (!path.isEmpty()) {
        return new CourseId(path);
      }
    } catch (IllegalArgumentException e) {
      throw refused("'" + name + "' cannot be a course: " + e.getMessage());
    }
    throw refused(name + " is the workspace, which holds courses");
  }

  private static SessionException refused(String message) {
    return new SessionException(
        SessionException.Kind.USAGE, "NO_COURSE_NAME", message, "creatoros status");
  }
}
