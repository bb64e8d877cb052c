package io.creatoros.core.compare;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.Sha256;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The bases that hold against the mirror as it is now: with the answers that were lost, without
 * those of a mirror that was restored.
 *
 * @param bases the bases, by path
 * @param firstContact whether this workspace meets the course in the mirror for the first time
 * @param restored whether the mirror is older than the bases, which are dropped then
 */
record Remembered(SortedMap<ArtifactPath, Base> bases, boolean firstContact, boolean restored) {

  static Remembered of(Optional<CourseBases> known, MirrorCourse mirror) {
    SortedMap<ArtifactPath, Base> bases = new TreeMap<>();
    known.ifPresent(
        course -> course.paths().forEach((path, one) -> base(path, one, mirror, bases)));
    long seen = known.map(CourseBases::revision).orElse(0L);
    if (isRestored(seen, bases, mirror)) {
      return new Remembered(Collections.emptySortedMap(), false, true);
    }
    boolean met = seen > 0 || !bases.isEmpty();
    return new Remembered(bases, !met && mirror.head().revision() > 0, false);
  }

  private static void base(
      ArtifactPath path,
      PathBase remembered,
      MirrorCourse mirror,
      SortedMap<ArtifactPath, Base> bases) {
    ownWrite(remembered, RemoteSide.at(mirror, path))
        .or(remembered::base)
        .ifPresent(base -> bases.put(path, base));
  }

  /** A mirror that moved on to just what a note says holds our own write: it becomes the base. */
  private static Optional<Base> ownWrite(PathBase remembered, RemoteSide remote) {
    Optional<Optional<Sha256>> sent = remembered.note().map(Note::sent);
    long before = remembered.base().map(Base::revision).orElse(0L);
    boolean own = sent.equals(Optional.of(remote.recorded())) && remote.revision() > before;
    return own
        ? Optional.of(new Base(remote.recorded(), remote.name(), remote.revision()))
        : Optional.empty();
  }

  private static boolean isRestored(
      long seen, SortedMap<ArtifactPath, Base> bases, MirrorCourse mirror) {
    return mirror.head().revision() < seen
        || bases.entrySet().stream()
            .anyMatch(
                base ->
                    RemoteSide.at(mirror, base.getKey()).revision() < base.getValue().revision());
  }
}
