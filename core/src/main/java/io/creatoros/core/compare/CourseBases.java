package io.creatoros.core.compare;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseHead;
import java.util.Collections;
import java.util.Optional;
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

  /**
   * What a comparison leaves to be remembered. A note stays until the mirror is seen to hold what
   * was sent: the write may still be under way there.
   *
   * @param known what was remembered before
   */
  public static CourseBases of(CourseComparison comparison, Optional<CourseBases> known) {
    SortedMap<ArtifactPath, PathBase> paths = new TreeMap<>();
    for (PathComparison path : comparison.paths().values()) {
      Optional<Note> note =
          known
              .flatMap(bases -> Optional.ofNullable(bases.paths().get(path.path())))
              .flatMap(PathBase::note)
              .filter(sent -> !path.answers(sent));
      if (path.base().isPresent() || note.isPresent()) {
        paths.put(path.path(), new PathBase(path.base(), note));
      }
    }
    boolean settled = comparison.paths().values().stream().allMatch(PathComparison::isAtBase);
    long seen = known.map(CourseBases::edits).orElse(0L);
    return new CourseBases(
        comparison.head().revision(), settled ? comparison.head().edits() : seen, settled, paths);
  }

  /** These, with no edit by hand taken into account after the one with this number. */
  public CourseBases seeing(long lastEdit) {
    return new CourseBases(revision, lastEdit, settled, paths);
  }

  /** Whether the mirror, by its head, holds just what the bases say. */
  public boolean agreesWith(CourseHead head) {
    return settled && revision == head.revision() && edits == head.edits();
  }
}
