package io.creatoros.core.sync;

import io.creatoros.core.compare.Bases;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseMirror;

/**
 * The places a synchronisation works between.
 *
 * @param folders the primary home
 * @param mirror the mirror
 * @param bases what this workspace remembers of that mirror
 * @param lanes the locks by which one course has one sender
 */
public record Homes(CourseFolders folders, CourseMirror mirror, Bases bases, Lanes lanes) {}
