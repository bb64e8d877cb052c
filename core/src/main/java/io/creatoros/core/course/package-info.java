/**
 * Courses, their artifacts, and the ports behind which they live. Start with {@link
 * io.creatoros.core.course.CourseRepository}: the folder and the mirror are both places where
 * courses live, {@link io.creatoros.core.course.CourseFolders} and {@link
 * io.creatoros.core.course.CourseMirror} say how each is written.
 */
@NullMarked
package io.creatoros.core.course;

import org.jspecify.annotations.NullMarked;
