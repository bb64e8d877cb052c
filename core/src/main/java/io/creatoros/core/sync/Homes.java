package io.creatoros.core.sync;

import io.creatoros.core.compare.Bases;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The places a synchronisation works between.
 *
 * @param folders the primary home
 * @param mirror the mirror
 * @param bases what this workspace remembers of that mirror
 * @param lanes the locks by which one course has one sender
 */
public record Homes(CourseFolders folders, CourseMirror mirror, Bases bases, Lanes lanes) {

  /**
   * The courses of this workspace at or below some folders: those that have a folder, and those
   * that had one when they were last synchronised.
   *
   * @param scopes the folders, as courses
   */
  public SortedSet<CourseId> courses(Collection<CourseId> scopes) {
    SortedSet<CourseId> courses = within(scopes, folders.courses());
    courses.addAll(within(scopes, bases.courses()));
    return courses;
  }

  /**
   * The courses at or below some folders that the mirror holds and this workspace never had. They
   * may belong to another workspace of the project, and are no difference.
   *
   * @param scopes the folders, as courses
   */
  public SortedSet<CourseId> elsewhere(Collection<CourseId> scopes) {
    SortedSet<CourseId> courses = within(scopes, mirror.courses());
    courses.removeAll(courses(scopes));
    return courses;
  }

  static SortedSet<CourseId> within(Collection<CourseId> scopes, Collection<CourseId> courses) {
    SortedSet<CourseId> selected = new TreeSet<>();
    for (CourseId course : courses) {
      if (scopes.stream().anyMatch(course::isWithin)) {
        selected.add(course);
      }
    }
    return selected;
  }
}
