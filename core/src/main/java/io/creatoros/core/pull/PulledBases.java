package io.creatoros.core.pull;

import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.compare.CourseComparison;
import io.creatoros.core.compare.PathBase;
import io.creatoros.core.compare.PathComparison;
import io.creatoros.core.compare.Verdict;
import io.creatoros.core.course.ArtifactPath;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The bases that a pull leaves. Pure. */
final class PulledBases {

  private PulledBases() {}

  /** What to remember after the last comparison. */
  static CourseBases of(CourseComparison comparison, Optional<CourseBases> known) {
    SortedMap<ArtifactPath, PathBase> paths = new TreeMap<>();
    boolean settled = true;
    for (PathComparison path : comparison.paths().values()) {
      path.base().ifPresent(base -> paths.put(path.path(), PathBase.of(base)));
      settled &= path.verdict() == Verdict.EQUAL;
    }
    long edits = settled ? comparison.head().edits() : known.map(CourseBases::edits).orElse(0L);
    return new CourseBases(comparison.head().revision(), edits, settled, paths);
  }
}
