package io.creatoros.core.finding;

import java.util.OptionalInt;

/**
 * Something that a course creator should know about a course.
 *
 * @param code what kind of finding it is; tells its severity
 * @param path the file, relative to the course; empty when it concerns the course as a whole
 * @param line the line of the file, from 1, where it is known
 * @param message what was found, in words a course creator understands
 * @param remedy what to do about it; empty when nothing need be done
 */
public record CourseFinding(
    FindingCode code, String path, OptionalInt line, String message, String remedy) {

  /** How much it matters. */
  public Severity severity() {
    return code.severity();
  }
}
