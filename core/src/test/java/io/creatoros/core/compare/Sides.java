package io.creatoros.core.compare;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.Manifest;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A course as its folder, the bases and the mirror hold it, set up path by path. */
final class Sides {

  private static final CourseId COURSE = new CourseId("curso");

  static final ArtifactPath A = new ArtifactPath("a.md");
  static final ArtifactPath B = new ArtifactPath("b.md");
  static final ArtifactPath LESSON = new ArtifactPath("introdu\u00e7\u00e3o/a.md");
  static final Sha256 OLD = Case.hash("old");
  static final Sha256 NEW = Case.hash("new");
  static final Sha256 THEIRS = Case.hash("theirs");

  final SortedMap<ArtifactPath, ManifestEntry> local = new TreeMap<>();
  final SortedMap<ArtifactPath, String> unreadable = new TreeMap<>();
  final SortedMap<String, String> errors = new TreeMap<>();
  final SortedMap<ArtifactPath, PathBase> bases = new TreeMap<>();
  final SortedMap<ArtifactPath, RemoteFile> remote = new TreeMap<>();

  List<FolderScan.Excluded> excluded = List.of();

  /** The course revision last seen; negative when this workspace has no bases. */
  long seen = 5;

  /** The course's revision in the mirror. */
  long head = 5;

  /** The folder holds a file. */
  void here(ArtifactPath path, Sha256 hash) {
    local.put(path, entry(path, path.value(), hash, 0));
  }

  /** The mirror last acknowledged a file. */
  void base(ArtifactPath path, Sha256 hash, long revision) {
    bases.put(path, PathBase.of(new Base(Optional.of(hash), path.value(), revision)));
  }

  /** A content, or a delete, was sent and not acknowledged. */
  void note(ArtifactPath path, Optional<Sha256> sent) {
    PathBase base = bases.getOrDefault(path, new PathBase(Optional.empty(), Optional.empty()));
    bases.put(path, base.sending(new Note(sent)));
  }

  /** The mirror holds a file. */
  void there(ArtifactPath path, Sha256 hash, long revision) {
    remote.put(path, new RemoteFile.Stored(entry(path, path.value(), hash, revision)));
  }

  /** The mirror holds a tombstone. */
  void deletedThere(ArtifactPath path, Sha256 last, long revision) {
    remote.put(path, new RemoteFile.Tombstone(path, last, revision));
  }

  Verdict verdict(ArtifactPath path) {
    return compare().paths().get(path).verdict();
  }

  /** The base that is left when the comparison is done. */
  Optional<Base> left(ArtifactPath path) {
    return compare().paths().get(path).base();
  }

  CourseComparison compare() {
    FolderScan scan =
        new FolderScan(new Manifest(COURSE, 0, local, unreadable), excluded, errors, true);
    Optional<CourseBases> known =
        seen < 0 ? Optional.empty() : Optional.of(new CourseBases(seen, 0, false, bases));
    MirrorCourse mirror = new MirrorCourse(new CourseHead(COURSE, head, 0, "other", 0, 0), remote);
    return Comparison.compare(scan, known, mirror, Long.MAX_VALUE);
  }

  static ManifestEntry entry(ArtifactPath path, String name, Sha256 hash, long revision) {
    return new ManifestEntry(path, name, hash, hash, 3, ArtifactKind.of(path), true, revision);
  }
}
