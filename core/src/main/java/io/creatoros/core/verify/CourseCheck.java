package io.creatoros.core.verify;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.ManifestEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares one course at two places, looking again at what is not equal: a path counts as different
 * only when both sides looked the same twice. Not for use by several threads.
 */
final class CourseCheck {

  /** How often what is not equal is looked at again. */
  static final int ROUNDS = 3;

  private final SightingComparison comparison;
  private final Watched reference;
  private final Watched other;
  private final SortedMap<ArtifactPath, Finding> settled = new TreeMap<>();
  private SortedMap<ArtifactPath, Finding> open;
  private Sighting here;
  private Sighting there;

  private CourseCheck(
      SightingComparison comparison,
      Watched reference,
      Sighting here,
      Watched other,
      Sighting there) {
    this.comparison = comparison;
    this.reference = reference;
    this.other = other;
    this.here = here;
    this.there = there;
    this.open = comparison.compare(here, there);
  }

  /** Looks at both places at once, then again at what is not equal. */
  static CourseCheck settle(
      SightingComparison comparison, Watched reference, Watched other, Sides sides) {
    Sides.Both<Sighting> both =
        sides.both(
            () -> reference.look(Evidence.RECOMPUTED), () -> other.look(Evidence.RECOMPUTED));
    CourseCheck check = new CourseCheck(comparison, reference, both.first(), other, both.second());
    for (int round = 0; round < ROUNDS && check.isUndecided(); round++) {
      check.lookAgain();
    }
    return check;
  }

  /** How the place that the other was compared with looked last. */
  Sighting reference() {
    return here;
  }

  private boolean isUndecided() {
    return !open.isEmpty() || isIncomplete();
  }

  private boolean isIncomplete() {
    return !here.gaps().errors().isEmpty() || !there.gaps().errors().isEmpty();
  }

  private void lookAgain() {
    boolean anew = isIncomplete();
    Evidence evidence = anew || needsBytes() ? Evidence.RECOMPUTED : Evidence.RECORDED;
    Sighting nowThere = other.again(there, evidence);
    boolean moved = !nowThere.version().equals(there.version());
    Sighting nowHere = reference.again(here, moved ? Evidence.RECOMPUTED : evidence);

    SortedMap<ArtifactPath, Finding> found = comparison.compare(nowHere, nowThere);
    if (moved || anew) {
      settled.clear();
    } else {
      found.keySet().retainAll(open.keySet());
    }
    SortedMap<ArtifactPath, Finding> undecided = new TreeMap<>();
    found.forEach(
        (path, finding) -> {
          boolean same =
              here.agrees(nowHere, path)
                  && there.agrees(nowThere, path)
                  && finding.how().isConclusive();
          (same ? settled : undecided).put(path, finding);
        });
    open = undecided;
    here = nowHere;
    there = nowThere;
  }

  /**
   * Whether files have to be read again. Not where the folder alone has a path: then it is enough
   * that it is still there. What was not seen or not read before must be read now, never looked up.
   */
  private boolean needsBytes() {
    return !open.values().stream()
        .allMatch(
            finding ->
                finding.how() == How.MISSING && finding.reference() == Place.FOLDER
                    || finding.how() == How.EXTRA && finding.place() == Place.FOLDER);
  }

  /** What was found. */
  CourseVerification conclude(CourseId course, boolean keepProof) {
    SortedMap<ArtifactPath, Finding> findings = new TreeMap<>(settled);
    open.forEach((path, finding) -> findings.put(path, undecided(finding)));
    List<ManifestEntry> equal =
        there.manifest().entries().values().stream()
            .filter(entry -> !findings.containsKey(entry.path()))
            .toList();
    boolean readable = here.present() || there.present();
    return new CourseVerification(
        course,
        Math.max(here.manifest().revision(), there.manifest().revision()),
        equal.size(),
        equal.stream().mapToLong(ManifestEntry::size).sum(),
        (int) equal.stream().filter(entry -> !entry.stored()).count(),
        List.copyOf(findings.values()),
        0,
        List.of(),
        reasons(readable),
        onlyIn(),
        keepProof ? proof(equal) : Collections.emptySortedMap(),
        Optional.empty());
  }

  private static Finding undecided(Finding finding) {
    return finding.how() == How.UNREADABLE
        ? finding
        : new Finding(
            finding.path(),
            How.KEPT_CHANGING,
            finding.reference(),
            finding.place(),
            "last " + finding.describe());
  }

  private List<String> reasons(boolean readable) {
    List<String> reasons = new ArrayList<>();
    for (Sighting sighting : List.of(here, there)) {
      sighting
          .gaps()
          .errors()
          .forEach((path, why) -> reasons.add((path.isEmpty() ? "" : path + ": ") + why));
    }
    if (!readable && reasons.isEmpty()) {
      reasons.add("neither " + here.place() + " nor " + there.place() + " holds the course");
    }
    return reasons;
  }

  private Optional<Place> onlyIn() {
    if (here.present() == there.present()) {
      return Optional.empty();
    }
    return Optional.of(here.present() ? here.place() : there.place());
  }

  private static SortedMap<ArtifactPath, FileProof> proof(List<ManifestEntry> equal) {
    SortedMap<ArtifactPath, FileProof> proof = new TreeMap<>();
    for (ManifestEntry entry : equal) {
      proof.put(
          entry.path(), new FileProof(entry.name(), entry.hash(), entry.size(), entry.stored()));
    }
    return proof;
  }
}
