package io.creatoros.core.compare;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseHead;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A course, compared.
 *
 * @param head where the mirror's course stood
 * @param paths every path that the folder or the mirror know
 * @param firstContact whether the mirror holds the course and this workspace has no bases for it,
 *     not even after a first run that broke off
 * @param restored whether the mirror was found to be older than the bases, or emptied
 */
public record CourseComparison(
    CourseHead head,
    SortedMap<ArtifactPath, PathComparison> paths,
    boolean firstContact,
    boolean restored) {

  public CourseComparison {
    paths = Collections.unmodifiableSortedMap(new TreeMap<>(paths));
  }

  /** The paths with this verdict, ordered. */
  public List<PathComparison> with(Verdict verdict) {
    return paths.values().stream().filter(path -> path.verdict() == verdict).toList();
  }

  /** Whether the folder has anything that the mirror is owed, or disputes. */
  public boolean hasAnythingToWrite() {
    return paths.values().stream()
        .anyMatch(
            path ->
                path.verdict() == Verdict.OWED
                    || path.verdict() == Verdict.OWED_DELETE
                    || path.verdict() == Verdict.CONFLICT);
  }
}
