package io.creatoros.core.verify;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.Sha256;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares a course as seen at two places. Pure, and the same for any two places.
 *
 * @param sizeLimit the largest file whose bytes are stored, in bytes
 * @param strict whether a file that is not stored for its size counts as different
 */
record SightingComparison(long sizeLimit, boolean strict) {

  private static final Sha256 NOTHING = Sha256.of(new byte[0]);

  /** Every path that is not equal. */
  SortedMap<ArtifactPath, Finding> compare(Sighting reference, Sighting other) {
    SortedSet<ArtifactPath> paths = new TreeSet<>(reference.manifest().entries().keySet());
    paths.addAll(reference.manifest().unreadable().keySet());
    paths.addAll(other.manifest().entries().keySet());
    paths.addAll(other.manifest().unreadable().keySet());
    SortedMap<ArtifactPath, Finding> findings = new TreeMap<>();
    for (ArtifactPath path : paths) {
      compare(path, reference, other).ifPresent(finding -> findings.put(path, finding));
    }
    return findings;
  }

  private Optional<Finding> compare(ArtifactPath path, Sighting reference, Sighting other) {
    Pair at = new Pair(path, reference.place(), other.place());
    Optional<String> unreadable = reference.unreadable(path);
    if (unreadable.isPresent()) {
      return at.found(How.UNREADABLE, reference.place(), unreadable.get());
    }
    unreadable = other.unreadable(path);
    if (unreadable.isPresent()) {
      return at.found(How.UNREADABLE, other.place(), unreadable.get());
    }
    Optional<ManifestEntry> here = reference.at(path);
    Optional<ManifestEntry> there = other.at(path);
    if (here.isPresent() && there.isPresent()) {
      return compare(at, here.get(), there.get());
    }
    return here.isPresent()
        ? absent(at, How.MISSING, here.get(), other)
        : absent(at, How.EXTRA, there.orElseThrow(), reference);
  }

  /** A path that one place has, and the other has not. */
  private static Optional<Finding> absent(Pair at, How how, ManifestEntry held, Sighting lacking) {
    Optional<String> unseen = lacking.gaps().unseen(held.name());
    return unseen.isPresent()
        ? at.found(How.UNREADABLE, lacking.place(), unseen.get())
        : at.found(how, at.other(), lacking.gaps().leftOut(held.name()));
  }

  private Optional<Finding> compare(Pair at, ManifestEntry here, ManifestEntry there) {
    if (there.damaged() && there.hash().equals(NOTHING) && there.size() > 0) {
      return at.found(How.BYTES_MISSING, at.other(), "");
    }
    if (there.damaged()) {
      return at.found(
          How.DAMAGED,
          at.other(),
          "recorded " + there.recorded().brief() + ", found " + there.hash().brief());
    }
    if (!here.hash().equals(there.hash())) {
      return at.found(
          How.BYTES_DIFFER,
          at.other(),
          here.hash().brief() + " in " + at.reference() + ", " + there.hash().brief());
    }
    if (here.size() != there.size()) {
      return at.found(How.SIZE_DIFFERS, at.other(), there.size() + " for " + here.size());
    }
    return unstored(at, here, there);
  }

  private Optional<Finding> unstored(Pair at, ManifestEntry here, ManifestEntry there) {
    if (there.stored()) {
      return Optional.empty();
    }
    boolean wasStored = at.reference() == Place.RECEIPT && here.stored();
    if (wasStored || there.size() <= sizeLimit) {
      return at.found(How.BYTES_MISSING, at.other(), "");
    }
    return strict ? at.found(How.UNSTORED, at.other(), there.size() + " bytes") : Optional.empty();
  }

  private record Pair(ArtifactPath path, Place reference, Place other) {
    Optional<Finding> found(How how, Place place, String detail) {
      return Optional.of(new Finding(path, how, reference, place, detail));
    }
  }
}
