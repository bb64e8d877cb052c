package io.creatoros.core.sync;

import io.creatoros.core.compare.Comparison;
import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.compare.CourseComparison;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.MirrorCourse;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One course's part in a run: compare, decide, send contents, note, commit, remember. Holds the
 * course's lane from reading the bases to writing them. Not for use by several threads.
 */
final class CourseSync {

  private final CourseId course;
  private final Homes homes;
  private final SyncSettings settings;
  private final SyncOptions options;
  private final SyncListener listener;
  private final Pauses pauses;
  private final CourseTally tally;

  /** Whether the mirror knew nothing of the course; a commit finds out if that has changed. */
  private boolean unmet;

  CourseSync(
      CourseTally tally,
      Homes homes,
      SyncSettings settings,
      SyncOptions options,
      SyncListener listener,
      Pauses pauses) {
    this.tally = tally;
    this.course = tally.scan().manifest().course();
    this.homes = homes;
    this.settings = settings;
    this.options = options;
    this.listener = listener;
    this.pauses = pauses;
  }

  /** Which owed deletes may go, seen a comparison. */
  @FunctionalInterface
  interface Deletes {
    Set<ArtifactPath> allowed(CourseComparison comparison);
  }

  /**
   * Brings the course up to date; what remains is in the tally.
   *
   * @param head where the mirror's course stood when the run began; empty when it knew nothing of
   *     it
   */
  void run(Optional<CourseHead> head, Deletes deletes) throws InterruptedException {
    Optional<CourseBases> known = homes.bases().load(course);
    if (known.isPresent() && head.isPresent() && isQuiet(known.get(), head.get())) {
      tally.quiet(head.get().revision());
      return;
    }
    if (options.dryRun()) {
      look(known);
      return;
    }
    unmet = head.isEmpty();
    Lanes.Lane lane = homes.lanes().acquire(course, settings.patience());
    try {
      untilDone(deletes);
    } finally {
      lane.close();
    }
  }

  private void untilDone(Deletes deletes) throws InterruptedException {
    for (int attempt = 1; !attempt(deletes); attempt++) {
      if (attempt == settings.tries()) {
        tally.busy("the course kept moving in the mirror");
        return;
      }
      unmet = false;
      pauses.afterTry(attempt);
      rescan();
    }
  }

  /** Whether nothing moved on either side since both were last seen equal. */
  private boolean isQuiet(CourseBases bases, CourseHead head) {
    FolderScan scan = tally.scan();
    if (options.full()
        || !bases.agreesWith(head)
        || !scan.errors().isEmpty()
        || !scan.manifest().unreadable().isEmpty()) {
      return false;
    }
    Map<ArtifactPath, ManifestEntry> entries = scan.manifest().entries();
    int present = 0;
    for (var path : bases.paths().entrySet()) {
      if (path.getValue().note().isPresent() || path.getValue().base().isEmpty()) {
        return false;
      }
      var base = path.getValue().base().get();
      ManifestEntry entry = entries.get(path.getKey());
      if (base.hash().isEmpty() != (entry == null)) {
        return false;
      }
      if (entry != null) {
        present++;
        if (!entry.hash().equals(base.hash().orElseThrow()) || !entry.name().equals(base.name())) {
          return false;
        }
      }
    }
    return present == entries.size();
  }

  private void look(Optional<CourseBases> known) {
    CourseComparison comparison = compare(known, read(known));
    if (comparison.firstContact() && !options.join() && comparison.hasAnythingToWrite()) {
      tally.firstContact(comparison);
    }
  }

  /** Tries once; false when the course moved on and everything has to be read again. */
  private boolean attempt(Deletes deletes) {
    Optional<CourseBases> known = homes.bases().load(course);
    MirrorCourse mirror = read(known);
    CourseComparison comparison = compare(known, mirror);
    if (comparison.firstContact() && !options.join() && comparison.hasAnythingToWrite()) {
      tally.firstContact(comparison);
      return true;
    }
    Resolution resolution = new Resolution(course, homes, tally);
    if (resolution.takeTheirs(comparison, chosen(options.theirs()))) {
      rescan();
      comparison = compare(known, mirror);
    }
    Set<ArtifactPath> ours =
        resolution.keepTheirs(comparison, chosen(options.ours()), tally.scan());
    Set<ArtifactPath> deletable = deletes.allowed(comparison);
    Plan plan =
        Plan.of(comparison, ours, path -> deletable.contains(path.path()), settings.sizeLimit());
    return send(plan, comparison, known);
  }

  private boolean send(Plan plan, CourseComparison comparison, Optional<CourseBases> known) {
    ContentUpload upload = new ContentUpload(homes, course, tally.bytes(), listener);
    Map<ArtifactPath, String> unreadable =
        upload.send(
            plan.changes().values().stream()
                .filter(Change.Put.class::isInstance)
                .map(Change.Put.class::cast)
                .toList(),
            unmet);
    tally.sent(upload.sent());
    tally.unreadable(unreadable);
    Map<ArtifactPath, Change> changes = plan.without(unreadable.keySet()).changes();

    CourseBases compared = CourseBases.of(comparison, known);
    if (changes.isEmpty()) {
      remember(known, compared);
      return true;
    }
    note(BasesUpdate.sending(compared, changes), comparison);
    CommitResult result = commit(comparison, changes.values());
    if (result instanceof CommitResult.Committed committed) {
      homes
          .bases()
          .save(
              course,
              BasesUpdate.acknowledged(compared, comparison, changes, committed.revision()));
      tally.committed(changes.values(), committed.revision());
      return true;
    }
    return false;
  }

  /**
   * A note must outlive a loss of power, or an edit after it would look like a conflict with
   * oneself. Not so for a course that nobody has written yet: it would be met again as it is.
   */
  private void note(CourseBases noted, CourseComparison comparison) {
    if (comparison.head().revision() == 0) {
      homes.bases().save(course, noted);
    } else {
      homes.bases().saveDurably(course, noted);
    }
  }

  private CommitResult commit(CourseComparison comparison, Collection<Change> changes) {
    return homes
        .mirror()
        .commit(
            course,
            comparison.head().revision(),
            settings.origin(),
            changes.stream().toList(),
            Optional.empty());
  }

  private void remember(Optional<CourseBases> known, CourseBases compared) {
    boolean nothingToRemember = known.isEmpty() && compared.paths().isEmpty();
    if (!nothingToRemember && !known.equals(Optional.of(compared))) {
      homes.bases().save(course, compared);
    }
  }

  private MirrorCourse read(Optional<CourseBases> known) {
    if (unmet) {
      return MirrorCourse.absent(course);
    }
    long seen = known.map(CourseBases::edits).orElse(0L);
    MirrorCourse recorded =
        homes.mirror().read(course, options.full() ? Evidence.RECOMPUTED : Evidence.RECORDED);
    if (recorded.head().edits() <= seen) {
      return recorded;
    }
    tally.edited(homes.mirror().foreignEdits(course, seen));
    return options.full() ? recorded : homes.mirror().read(course, Evidence.RECOMPUTED);
  }

  private CourseComparison compare(Optional<CourseBases> known, MirrorCourse mirror) {
    CourseComparison comparison =
        Comparison.compare(tally.scan(), known, mirror, settings.sizeLimit());
    tally.compared(comparison);
    return comparison;
  }

  private void rescan() {
    tally.scanned(homes.folders().scan(course, Evidence.RECORDED));
  }

  private Set<ArtifactPath> chosen(Set<ArtifactRef> refs) {
    return refs.stream()
        .filter(ref -> ref.course().equals(course))
        .map(ArtifactRef::path)
        .collect(Collectors.toSet());
  }
}
