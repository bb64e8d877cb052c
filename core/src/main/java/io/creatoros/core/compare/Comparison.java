package io.creatoros.core.compare;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.Sha256;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares a course folder (L), what the mirror last acknowledged (B) and what the mirror holds
 * (R), path by path. Pure: it reads nothing and writes nothing.
 *
 * <p>Equality is of hash or absence; revisions only reveal our own writes and a mirror that was
 * restored. Clocks decide nothing.
 */
public final class Comparison {

  private final FolderScan scan;
  private final HiddenPaths hidden;
  private final MirrorCourse mirror;
  private final long sizeLimit;

  private Comparison(FolderScan scan, MirrorCourse mirror, long sizeLimit) {
    this.scan = scan;
    this.hidden = new HiddenPaths(scan);
    this.mirror = mirror;
    this.sizeLimit = sizeLimit;
  }

  /**
   * Compares one course.
   *
   * @param scan the folder
   * @param bases what this workspace remembers of the mirror; empty when it never met this course
   *     there
   * @param mirror what the mirror holds
   * @param sizeLimit the largest file whose bytes are stored, in bytes
   */
  public static CourseComparison compare(
      FolderScan scan, Optional<CourseBases> bases, MirrorCourse mirror, long sizeLimit) {
    return new Comparison(scan, mirror, sizeLimit).compare(Remembered.of(bases, mirror));
  }

  /** A path known to a base alone never comes here: its mirror was restored, its base dropped. */
  private CourseComparison compare(Remembered remembered) {
    SortedMap<ArtifactPath, Base> bases = remembered.bases();
    SortedSet<ArtifactPath> paths = new TreeSet<>(scan.manifest().entries().keySet());
    paths.addAll(scan.manifest().unreadable().keySet());
    paths.addAll(mirror.files().keySet());

    SortedMap<ArtifactPath, PathComparison> compared = new TreeMap<>();
    for (ArtifactPath path : paths) {
      compared.put(path, compare(path, Optional.ofNullable(bases.get(path))));
    }
    return new CourseComparison(
        mirror.head(), compared, remembered.firstContact(), remembered.restored());
  }

  private PathComparison compare(ArtifactPath path, Optional<Base> base) {
    RemoteSide remote = RemoteSide.at(mirror, path);
    Optional<ManifestEntry> local = Optional.ofNullable(scan.manifest().entries().get(path));
    Optional<String> unknown = unknown(path, base, remote);
    if (unknown.isPresent()) {
      return new PathComparison(
          path, Verdict.UNKNOWN, Optional.empty(), remote.file(), base, unknown.get());
    }
    Optional<Sha256> here = local.map(ManifestEntry::hash);
    Verdict verdict =
        base.isPresent()
            ? withBase(here, base.get().hash(), remote.held())
            : withoutBase(here, remote);
    return verdict == Verdict.EQUAL
        ? equal(path, local, remote, base)
        : new PathComparison(path, verdict, local, remote.file(), base, harm(remote));
  }

  private static String harm(RemoteSide remote) {
    boolean damaged = remote.entry().filter(ManifestEntry::damaged).isPresent();
    return damaged ? "the mirror's bytes miss their record" : "";
  }

  private static Verdict withBase(
      Optional<Sha256> here, Optional<Sha256> base, Optional<Sha256> there) {
    boolean movedHere = !here.equals(base);
    boolean movedThere = !there.equals(base);
    if (movedHere && movedThere) {
      return here.equals(there) ? Verdict.EQUAL : Verdict.CONFLICT;
    }
    if (movedHere) {
      return here.isPresent() ? Verdict.OWED : Verdict.OWED_DELETE;
    }
    return movedThere ? Verdict.REMOTE_AHEAD : Verdict.EQUAL;
  }

  private static Verdict withoutBase(Optional<Sha256> here, RemoteSide remote) {
    if (here.equals(remote.held())) {
      return Verdict.EQUAL;
    }
    if (remote.isNothing()) {
      return Verdict.OWED;
    }
    return here.isEmpty() || remote.isTombstoneOf(here.get())
        ? Verdict.REMOTE_AHEAD
        : Verdict.CONFLICT;
  }

  /** The same bytes, or none, on both sides: the mirror's state becomes the base. */
  private PathComparison equal(
      ArtifactPath path, Optional<ManifestEntry> local, RemoteSide remote, Optional<Base> before) {
    String spelled = before.map(Base::name).orElse("");
    String reason = local.map(here -> incomplete(here, remote, spelled)).orElse("");
    String name = local.map(ManifestEntry::name).orElse("");
    Optional<Base> base = remote.file().map(file -> new Base(remote.held(), name, file.revision()));
    return new PathComparison(
        path,
        reason.isEmpty() ? Verdict.EQUAL : Verdict.OWED,
        local,
        remote.file(),
        reason.isEmpty() ? base : base.map(now -> spelledAs(now, spelled)),
        reason);
  }

  /** Equal bytes are still owed while the mirror lacks them, mislabels them or misnames them. */
  private String incomplete(ManifestEntry here, RemoteSide remote, String spelled) {
    ManifestEntry there = remote.entry().orElseThrow();
    if (!there.stored() && here.size() <= sizeLimit) {
      return "the mirror lacks its bytes";
    }
    if (there.damaged() || there.size() != here.size()) {
      return "the mirror's record misses its bytes";
    }
    boolean respelled = !spelled.isEmpty() && !here.name().equals(spelled);
    return respelled && !here.name().equals(there.name())
        ? "its name is spelled differently now"
        : "";
  }

  /** Until a new spelling is acknowledged, the base keeps the old one. */
  private static Base spelledAs(Base base, String before) {
    return before.isEmpty() ? base : new Base(base.hash(), before, base.revision());
  }

  /** Why nothing can be said of the folder's side of a path, if so. */
  private Optional<String> unknown(ArtifactPath path, Optional<Base> base, RemoteSide remote) {
    String unreadable = scan.manifest().unreadable().get(path);
    if (unreadable != null) {
      return Optional.of(unreadable);
    }
    boolean expected = base.flatMap(Base::hash).isPresent() || remote.recorded().isPresent();
    if (scan.manifest().entries().containsKey(path) || !expected) {
      return Optional.empty();
    }
    return hidden.reason(nameAt(path, base, remote));
  }

  private static String nameAt(ArtifactPath path, Optional<Base> base, RemoteSide remote) {
    return base.map(Base::name)
        .filter(name -> !name.isEmpty())
        .or(() -> Optional.of(remote.name()).filter(name -> !name.isEmpty()))
        .orElse(path.value());
  }
}
