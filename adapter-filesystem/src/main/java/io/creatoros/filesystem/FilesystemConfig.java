package io.creatoros.filesystem;

import java.util.List;

/**
 * How course folders are used. {@link #of} gives the defaults named here.
 *
 * @param project the project whose bases are kept; the one the mirror is opened for
 * @param fixedCourses globs of folders that are one course each, whatever they hold; none
 * @param courses globs of the course folders; none, so that they are found by what they hold
 * @param command what this process does, such as {@code creatoros sync}; told to those who wait for
 *     a course that it holds
 */
public record FilesystemConfig(
    String project, List<String> fixedCourses, List<String> courses, String command) {

  public FilesystemConfig {
    fixedCourses = List.copyOf(fixedCourses);
    courses = List.copyOf(courses);
  }

  /** The defaults for a project and a process. */
  public static FilesystemConfig of(String project, String command) {
    return new FilesystemConfig(project, List.of(), List.of(), command);
  }
}
