/**
 * The contract kit: what every home of courses has to pass, and homes in memory that pass it. A
 * test of an adapter implements a contract, such as {@link
 * io.creatoros.testkit.CourseMirrorContract}, and supplies the set-up; each of its tests starts
 * from a home without courses.
 */
@NullMarked
package io.creatoros.testkit;

import org.jspecify.annotations.NullMarked;
