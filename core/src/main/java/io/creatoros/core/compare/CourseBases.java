package io.creatoros.core.compare;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseHead;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What this workspace remembers of one course in one mirror.
 *
 * @param revision the course revision last seen; revealing, when the mirror has a lower one, that
 *     it was restored
 * @param edits the number of the last edit by hand that a comparison took into account
 * @param settled whether the mirror held exactly the bases when it was last compared; only then
 *     does an unmoved head mean that nothing has to be read
 * @param paths the bases and notes, by path
 */
public record CourseBases(
    long revision, long edits, boolean settled, SortedMap<ArtifactPath, PathBase> paths) {

  public CourseBases {
    paths = Collections.unmodifiableSortedMap(new TreeMap<>(paths));
  }

  /** Whether the mirror, by its head, holds just what the bases say. */
  public boolean agreesWith(CourseHead head) {
    return settled && revision == head.revision() && edits == head.edits();
  }
}
