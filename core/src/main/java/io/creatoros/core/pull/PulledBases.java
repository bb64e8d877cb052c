package io.creatoros.core.pull;

import io.creatoros.core.compare.Base;
import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.compare.CourseComparison;
import io.creatoros.core.compare.PathBase;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.ManifestEntry;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The bases that a pull leaves. Pure. */
final class PulledBases {

  private PulledBases() {}

  /**
   * What to remember after a comparison, and what was done since.
   *
   * @param known what was remembered before
   * @param acknowledged the bases of what was done since
   * @param scan the last look at the folder: it knows how this disk spells names
   */
  static CourseBases of(
      CourseComparison comparison,
      Optional<CourseBases> known,
      SortedMap<ArtifactPath, Base> acknowledged,
      FolderScan scan) {
    CourseBases compared = CourseBases.of(comparison, known);
    SortedMap<ArtifactPath, PathBase> paths = new TreeMap<>(compared.paths());
    acknowledged.forEach(
        (path, base) -> paths.put(path, PathBase.of(asSpelled(base, entry(scan, path)))));
    return new CourseBases(compared.revision(), compared.edits(), compared.settled(), paths);
  }

  private static Base asSpelled(Base base, Optional<ManifestEntry> found) {
    return found
        .filter(entry -> base.hash().equals(Optional.of(entry.hash())))
        .map(entry -> new Base(base.hash(), entry.name(), base.revision()))
        .orElse(base);
  }

  private static Optional<ManifestEntry> entry(FolderScan scan, ArtifactPath path) {
    return Optional.ofNullable(scan.manifest().entries().get(path));
  }
}
