package io.creatoros.core.sync;

import io.creatoros.core.compare.Base;
import io.creatoros.core.compare.Bases;
import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.compare.PathBase;
import io.creatoros.core.compare.Verdict;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.projection.KeptBytes;
import io.creatoros.core.storage.StorageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What a mirror that cannot be asked is owed: the artifacts whose bytes differ from their bases.
 * Pure. It cannot know of changes made in the mirror since.
 */
public final class Owed {

  private Owed() {}

  /**
   * Reports what is owed for the courses at or below some folders. Every course's report has the
   * failure that kept the mirror from being asked.
   *
   * @param bases what this workspace remembers of the mirror; empty when it never reached it
   * @param sizeLimit the largest file whose bytes are stored, in bytes
   */
  public static SyncReport report(
      CourseFolders folders,
      Optional<Bases> bases,
      Collection<CourseId> scopes,
      long sizeLimit,
      StorageException failure) {
    SortedSet<CourseId> courses = Homes.within(scopes, folders.courses());
    bases.ifPresent(known -> courses.addAll(Homes.within(scopes, known.courses())));
    List<CourseReport> reports = new ArrayList<>();
    for (CourseId course : courses) {
      CourseTally tally =
          new CourseTally(folders.scan(course, Evidence.RECORDED), new KeptBytes(), sizeLimit);
      tally.open().putAll(of(tally.scan(), bases.flatMap(known -> known.load(course))));
      tally.failed(failure);
      reports.add(tally.report());
    }
    return new SyncReport(reports, List.of());
  }

  /**
   * The owed paths of one course, and those that cannot be read.
   *
   * @param bases what the mirror acknowledged; empty when it never did
   */
  static SortedMap<ArtifactPath, OpenPath> of(FolderScan scan, Optional<CourseBases> bases) {
    SortedMap<ArtifactPath, OpenPath> owed = new TreeMap<>();
    bases.ifPresent(
        known -> known.paths().forEach((path, base) -> deleted(scan, path, base, owed)));
    scan.manifest()
        .entries()
        .forEach(
            (path, entry) -> {
              if (!acknowledged(bases, path).equals(Optional.of(entry.hash()))) {
                owed.put(path, new OpenPath(Verdict.OWED, ""));
              }
            });
    scan.manifest()
        .unreadable()
        .forEach((path, reason) -> owed.put(path, new OpenPath(Verdict.UNKNOWN, reason)));
    return owed;
  }

  private static void deleted(
      FolderScan scan, ArtifactPath path, PathBase base, SortedMap<ArtifactPath, OpenPath> owed) {
    boolean gone =
        base.base().flatMap(Base::hash).isPresent() && !scan.manifest().entries().containsKey(path);
    if (gone) {
      owed.put(
          path,
          scan.errors().isEmpty()
              ? new OpenPath(Verdict.OWED_DELETE, "")
              : new OpenPath(Verdict.UNKNOWN, "part of the folder cannot be seen"));
    }
  }

  private static Optional<Sha256> acknowledged(Optional<CourseBases> bases, ArtifactPath path) {
    return bases
        .flatMap(known -> Optional.ofNullable(known.paths().get(path)))
        .flatMap(PathBase::base)
        .flatMap(Base::hash);
  }
}
