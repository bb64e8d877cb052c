package io.creatoros.core.compare;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.Sha256;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares a course folder (L), what the mirror last acknowledged (B) and what the mirror holds
 * (R), path by path. Pure: it reads nothing and writes nothing.
 *
 * <p>Equality is of hash or absence; revisions only reveal a mirror that was restored. Clocks
 * decide nothing.
 */
public final class Comparison {

  private final FolderScan scan;
  private final MirrorCourse mirror;
  private final long sizeLimit;
  private final Map<String, FolderScan.Excluded> excluded = new HashMap<>();
  private final Map<String, String> errors = new HashMap<>();

  private Comparison(FolderScan scan, MirrorCourse mirror, long sizeLimit) {
    this.scan = scan;
    this.mirror = mirror;
    this.sizeLimit = sizeLimit;
    scan.excluded().forEach(path -> excluded.put(composed(path.path()), path));
    scan.errors().forEach((path, reason) -> errors.put(composed(path), reason));
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
    return new Comparison(scan, mirror, sizeLimit).compare(bases);
  }

  private CourseComparison compare(Optional<CourseBases> known) {
    SortedMap<ArtifactPath, Base> bases = new TreeMap<>();
    known.ifPresent(course -> bases.putAll(afterLostAnswers(course)));
    boolean restored = known.isPresent() && isRestored(known.get(), bases);
    boolean firstContact = !restored && isFirstContact(known, bases);
    if (restored) {
      bases.clear();
    }
    SortedSet<ArtifactPath> paths = new TreeSet<>(scan.manifest().entries().keySet());
    paths.addAll(scan.manifest().unreadable().keySet());
    paths.addAll(mirror.files().keySet());
    paths.addAll(bases.keySet());

    SortedMap<ArtifactPath, PathComparison> compared = new TreeMap<>();
    for (ArtifactPath path : paths) {
      compared.put(path, compare(path, Optional.ofNullable(bases.get(path))));
    }
    return new CourseComparison(mirror.head(), compared, firstContact, restored);
  }

  /** A mirror that moved on to just what a note says holds our own write: it becomes the base. */
  private SortedMap<ArtifactPath, Base> afterLostAnswers(CourseBases known) {
    SortedMap<ArtifactPath, Base> bases = new TreeMap<>();
    known
        .paths()
        .forEach(
            (path, remembered) ->
                ownWrite(path, remembered)
                    .or(remembered::base)
                    .ifPresent(base -> bases.put(path, base)));
    return bases;
  }

  private Optional<Base> ownWrite(ArtifactPath path, PathBase remembered) {
    Optional<RemoteFile> remote = remote(path);
    if (remote.isEmpty() || remembered.note().isEmpty()) {
      return Optional.empty();
    }
    Optional<Sha256> held = recorded(remote);
    long before = remembered.base().map(Base::revision).orElse(0L);
    if (!held.equals(remembered.note().get().sent()) || remote.get().revision() <= before) {
      return Optional.empty();
    }
    String name = held.isPresent() ? nameOf(remote.get()) : "";
    return Optional.of(new Base(held, name, remote.get().revision()));
  }

  /** A first run that broke off leaves notes at revision 0, but never met what others wrote. */
  private boolean isFirstContact(Optional<CourseBases> known, SortedMap<ArtifactPath, Base> bases) {
    boolean met = known.map(CourseBases::revision).orElse(0L) > 0 || !bases.isEmpty();
    return !met && mirror.head().revision() > 0;
  }

  private boolean isRestored(CourseBases known, SortedMap<ArtifactPath, Base> bases) {
    return mirror.head().revision() < known.revision()
        || bases.entrySet().stream()
            .anyMatch(base -> revision(remote(base.getKey())) < base.getValue().revision());
  }

  private PathComparison compare(ArtifactPath path, Optional<Base> base) {
    Optional<RemoteFile> remote = remote(path);
    Optional<String> unknown = unknown(path, base, remote);
    if (unknown.isPresent()) {
      return new PathComparison(
          path, Verdict.UNKNOWN, Optional.empty(), remote, base, unknown.get());
    }
    Optional<ManifestEntry> local = Optional.ofNullable(scan.manifest().entries().get(path));
    Optional<Sha256> here = local.map(ManifestEntry::hash);
    Optional<Sha256> there = held(remote);
    PathComparison compared =
        base.isPresent()
            ? withBase(path, local, here, base.get(), remote, there)
            : withoutBase(path, local, here, remote, there);
    return compared.verdict() == Verdict.EQUAL ? unlessIncomplete(compared) : compared;
  }

  private PathComparison withBase(
      ArtifactPath path,
      Optional<ManifestEntry> local,
      Optional<Sha256> here,
      Base base,
      Optional<RemoteFile> remote,
      Optional<Sha256> there) {
    boolean movedHere = !here.equals(base.hash());
    boolean movedThere = !there.equals(base.hash());
    Verdict verdict;
    if (movedThere) {
      verdict =
          movedHere
              ? (here.equals(there) ? Verdict.EQUAL : Verdict.CONFLICT)
              : Verdict.REMOTE_AHEAD;
    } else if (movedHere) {
      verdict = here.isPresent() ? Verdict.OWED : Verdict.OWED_DELETE;
    } else {
      verdict = Verdict.EQUAL;
    }
    Base after = verdict == Verdict.EQUAL ? adopted(here, local, remote, base) : base;
    return new PathComparison(path, verdict, local, remote, Optional.of(after), "");
  }

  private PathComparison withoutBase(
      ArtifactPath path,
      Optional<ManifestEntry> local,
      Optional<Sha256> here,
      Optional<RemoteFile> remote,
      Optional<Sha256> there) {
    if (here.equals(there)) {
      Optional<Base> adopted =
          remote.map(
              file -> new Base(here, local.map(ManifestEntry::name).orElse(""), file.revision()));
      return new PathComparison(path, Verdict.EQUAL, local, remote, adopted, "");
    }
    Verdict verdict;
    if (remote.isEmpty()) {
      verdict = Verdict.OWED;
    } else if (here.isEmpty() || isDeletedThere(remote.get(), here.get())) {
      verdict = Verdict.REMOTE_AHEAD;
    } else {
      verdict = Verdict.CONFLICT;
    }
    return new PathComparison(path, verdict, local, remote, Optional.empty(), "");
  }

  /** Equal bytes are still owed while the mirror lacks them, mislabels them or misnames them. */
  private PathComparison unlessIncomplete(PathComparison equal) {
    Optional<ManifestEntry> there = equal.remoteEntry();
    if (equal.local().isEmpty() || there.isEmpty()) {
      return equal;
    }
    ManifestEntry here = equal.local().get();
    String reason = "";
    if (!there.get().stored() && here.size() <= sizeLimit) {
      reason = "the mirror lacks its bytes";
    } else if (there.get().damaged()) {
      reason = "the mirror's record misses its bytes";
    } else if (isRespelled(equal, here, there.get())) {
      reason = "its name is spelled differently now";
    }
    return reason.isEmpty()
        ? equal.base().isPresent() ? renamed(equal, here) : equal
        : new PathComparison(
            equal.path(), Verdict.OWED, equal.local(), equal.remote(), equal.base(), reason);
  }

  private static boolean isRespelled(
      PathComparison equal, ManifestEntry here, ManifestEntry there) {
    String before = equal.base().map(Base::name).orElse("");
    return !before.isEmpty() && !here.name().equals(before) && !here.name().equals(there.name());
  }

  private static PathComparison renamed(PathComparison equal, ManifestEntry here) {
    Base base = equal.base().orElseThrow();
    return new PathComparison(
        equal.path(),
        equal.verdict(),
        equal.local(),
        equal.remote(),
        Optional.of(new Base(base.hash(), here.name(), base.revision())),
        equal.reason());
  }

  private static Base adopted(
      Optional<Sha256> here,
      Optional<ManifestEntry> local,
      Optional<RemoteFile> remote,
      Base base) {
    return here.isPresent() || remote.isPresent()
        ? new Base(here, local.isPresent() ? base.name() : "", revision(remote))
        : base;
  }

  /** Why nothing can be said of the folder's side of a path, if so. */
  private Optional<String> unknown(
      ArtifactPath path, Optional<Base> base, Optional<RemoteFile> remote) {
    String unreadable = scan.manifest().unreadable().get(path);
    if (unreadable != null) {
      return Optional.of(unreadable);
    }
    boolean expected = base.flatMap(Base::hash).isPresent() || recorded(remote).isPresent();
    if (scan.manifest().entries().containsKey(path) || !expected) {
      return Optional.empty();
    }
    String name = composed(nameAt(path, base, remote));
    return excludedAt(name)
        .map(Comparison::describe)
        .or(() -> errorAbove(name).map(reason -> "cannot be seen: " + reason));
  }

  private static String nameAt(
      ArtifactPath path, Optional<Base> base, Optional<RemoteFile> remote) {
    return base.map(Base::name)
        .filter(name -> !name.isEmpty())
        .or(() -> remote.map(Comparison::nameOf))
        .filter(name -> !name.isEmpty())
        .orElse(path.value());
  }

  /** The exclusion that covers a path: of itself, or of a folder above it. */
  private Optional<FolderScan.Excluded> excludedAt(String name) {
    return firstUpwards(name, excluded::get);
  }

  private Optional<String> errorAbove(String name) {
    return firstUpwards(name, errors::get).or(() -> Optional.ofNullable(errors.get("")));
  }

  private static <T> Optional<T> firstUpwards(String name, Function<String, @Nullable T> lookUp) {
    for (String at = name; !at.isEmpty(); at = parent(at)) {
      T found = lookUp.apply(at);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** Names are found again whatever Unicode form they are spelled in. */
  private static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private static String describe(FolderScan.Excluded excluded) {
    return switch (excluded.reason()) {
      case LINK -> "is a link to " + excluded.rule() + " now; links are not followed";
      case SPECIAL_FILE -> "is no regular file now";
      case IGNORED_BY_DEFAULT, IGNORED_BY_FILE ->
          "is ignored now (" + excluded.rule() + ") but still stored";
    };
  }

  private Optional<RemoteFile> remote(ArtifactPath path) {
    return Optional.ofNullable(mirror.files().get(path));
  }

  private static long revision(Optional<RemoteFile> remote) {
    return remote.map(RemoteFile::revision).orElse(0L);
  }

  /** The hash of the bytes the mirror holds; empty for a tombstone and for nothing. */
  private static Optional<Sha256> held(Optional<RemoteFile> remote) {
    return stored(remote).map(ManifestEntry::hash);
  }

  private static Optional<Sha256> recorded(Optional<RemoteFile> remote) {
    return stored(remote).map(ManifestEntry::recorded);
  }

  private static Optional<ManifestEntry> stored(Optional<RemoteFile> remote) {
    return remote
        .filter(RemoteFile.Stored.class::isInstance)
        .map(file -> ((RemoteFile.Stored) file).entry());
  }

  private static String nameOf(RemoteFile remote) {
    return remote instanceof RemoteFile.Stored stored ? stored.entry().name() : "";
  }

  private static boolean isDeletedThere(RemoteFile remote, Sha256 here) {
    return remote instanceof RemoteFile.Tombstone tombstone && tombstone.lastHash().equals(here);
  }
}
