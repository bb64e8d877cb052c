package io.creatoros.core.sync;

import io.creatoros.core.compare.Base;
import io.creatoros.core.compare.Bases;
import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.compare.PathBase;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.Sha256;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Recognises a course folder that was renamed: a course that vanished while a new one shares four
 * fifths of its hashes. Neither is touched until somebody says what it is.
 */
final class RenamedCourses {

  private static final double SHARE = 0.8;

  private RenamedCourses() {}

  /**
   * The guard's word for each course concerned.
   *
   * @param vanished courses that have bases and no folder
   * @param fresh scans of courses that have a folder and that the mirror has not met
   */
  static Map<CourseId, DeleteGuard.Stop> find(
      Collection<CourseId> vanished, Collection<FolderScan> fresh, Bases bases) {
    Map<CourseId, DeleteGuard.Stop> stops = new HashMap<>();
    for (CourseId gone : vanished) {
      Set<Sha256> hashes = bases.load(gone).map(RenamedCourses::hashes).orElse(Set.of());
      for (FolderScan scan : fresh) {
        if (!hashes.isEmpty()
            && !isWhereItWas(gone, scan)
            && shared(hashes, scan) >= SHARE * hashes.size()) {
          CourseId appeared = scan.manifest().course();
          DeleteGuard.Stop stop = stop(gone, appeared);
          stops.put(gone, stop);
          stops.put(appeared, stop);
        }
      }
    }
    return stops;
  }

  /** Whether the course's folder is still there and has become part of another course. */
  private static boolean isWhereItWas(CourseId gone, FolderScan scan) {
    CourseId appeared = scan.manifest().course();
    if (gone.equals(appeared) || !gone.isWithin(appeared)) {
      return false;
    }
    String folder =
        appeared.isRoot() ? gone.path() : gone.path().substring(appeared.path().length() + 1);
    return scan.manifest().entries().keySet().stream()
        .anyMatch(path -> path.value().startsWith(folder + "/"));
  }

  private static Set<Sha256> hashes(CourseBases bases) {
    return bases.paths().values().stream()
        .map(PathBase::base)
        .flatMap(base -> base.flatMap(Base::hash).stream())
        .collect(Collectors.toSet());
  }

  private static long shared(Set<Sha256> hashes, FolderScan scan) {
    return scan.manifest().entries().values().stream()
        .map(ManifestEntry::hash)
        .distinct()
        .filter(hashes::contains)
        .count();
  }

  private static DeleteGuard.Stop stop(CourseId gone, CourseId appeared) {
    return new DeleteGuard.Stop(
        "COURSE_RENAMED",
        "course \"" + gone + "\" is gone and \"" + appeared + "\" holds most of its files",
        "if it was renamed: creatoros courses move \"" + gone + "\" \"" + appeared + "\"");
  }
}
