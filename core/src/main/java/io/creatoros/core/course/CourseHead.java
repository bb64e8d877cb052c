package io.creatoros.core.course;

/**
 * Where a course stands in a mirror: all that a probe has to read.
 *
 * @param course the course
 * @param revision its revision; 0 when the mirror does not hold it
 * @param edits the number of the last edit that was made to its rows by hand or by another tool; 0
 *     when there is none
 * @param origin the label of the workspace that wrote the revision; empty at revision 0
 * @param projection the version of the projection that the course's typed rows were last brought up
 *     to; 0 when there are none, or they may not fit the files
 * @param refused how many typed rows the mirror's schema does not take
 */
public record CourseHead(
    CourseId course, long revision, long edits, String origin, int projection, int refused) {

  /** The head of a course that the mirror does not hold. */
  public static CourseHead absent(CourseId course) {
    return new CourseHead(course, 0, 0, "", 0, 0);
  }
}
