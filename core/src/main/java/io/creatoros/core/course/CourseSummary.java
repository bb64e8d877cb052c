package io.creatoros.core.course;

/**
 * A course that a mirror holds, in figures.
 *
 * @param course the course
 * @param revision its revision
 * @param origin the label of the workspace that wrote the revision
 * @param files how many files it has, without those deleted
 * @param bytes the length of these files together, those recorded by hash and size only included
 */
public record CourseSummary(
    CourseId course, long revision, String origin, long files, long bytes) {}
