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
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.Projection;
import io.creatoros.core.projection.FactsReader;
import java.util.Collection;
import java.util.List;
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
  private final CourseProjection projection;

  /** Whether the mirror knew nothing of the course; a commit finds out if that has changed. */
  private boolean unmet;

  CourseSync(
      CourseTally tally,
      Homes homes,
      SyncSettings settings,
      SyncOptions options,
      SyncListener listener,
      Pauses pauses,
      FactsReader reader) {
    this.tally = tally;
    this.course = tally.scan().manifest().course();
    this.homes = homes;
    this.settings = settings;
    this.options = options;
    this.listener = listener;
    this.pauses = pauses;
    this.projection = new CourseProjection(homes, settings, reader, tally);
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
      nameRefused(head.get());
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

  private boolean isQuiet(CourseBases bases, CourseHead head) {
    return !options.full()
        && !projection.isBehind(head)
        && QuietCourse.is(tally.scan(), bases, head);
  }

  private void look(Optional<CourseBases> known) {
    MirrorCourse mirror = read(known);
    CourseComparison comparison = compare(known, mirror);
    nameRefused(mirror.head());
    projection.nameOwed(mirror.head());
    if (comparison.firstContact() && !options.join() && comparison.hasAnythingToWrite()) {
      tally.firstContact(comparison);
    } else if (CourseProjection.isNewer(mirror.head()) && comparison.hasAnythingToWrite()) {
      tally.failed(CourseProjection.newer(mirror.head()));
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
    boolean heal = options.full() || isEdited(known, mirror.head());
    if (CourseProjection.isNewer(mirror.head()) && (heal || !plan.changes().isEmpty())) {
      tally.failed(CourseProjection.newer(mirror.head()));
      return true;
    }
    return send(plan, comparison, known, mirror, heal);
  }

  private boolean send(
      Plan plan,
      CourseComparison comparison,
      Optional<CourseBases> known,
      MirrorCourse mirror,
      boolean heal) {
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
    Optional<Projection> rows = projection.with(mirror, changes, heal);
    if (changes.isEmpty()) {
      return sendRows(rows, mirror.head()) && remember(known, unlessOwed(compared, known));
    }
    note(BasesUpdate.sending(compared, changes), comparison);
    CommitResult result = commit(mirror.head(), changes.values(), rows);
    if (result instanceof CommitResult.Committed committed) {
      CourseBases acknowledged =
          BasesUpdate.acknowledged(compared, comparison, changes, committed.revision());
      homes.bases().save(course, unlessOwed(acknowledged, known));
      tally.committed(changes.values(), committed.revision());
      tally.refused(committed.refused());
      return true;
    }
    return false;
  }

  /** Sends rows alone, if there are any to send; false when the course moved on. */
  private boolean sendRows(Optional<Projection> rows, CourseHead head) {
    if (rows.isEmpty()) {
      nameRefused(head);
      return true;
    }
    if (commit(head, List.of(), rows) instanceof CommitResult.Committed committed) {
      tally.projected();
      tally.refused(committed.refused());
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

  private CommitResult commit(
      CourseHead head, Collection<Change> changes, Optional<Projection> rows) {
    return homes
        .mirror()
        .commit(course, head.revision(), settings.origin(), List.copyOf(changes), rows);
  }

  /** While rows are owed, an edit by hand of them is yet to be taken into account. */
  private CourseBases unlessOwed(CourseBases bases, Optional<CourseBases> known) {
    return tally.owesRows() ? bases.seeing(known.map(CourseBases::edits).orElse(0L)) : bases;
  }

  private boolean remember(Optional<CourseBases> known, CourseBases compared) {
    boolean nothingToRemember = known.isEmpty() && compared.paths().isEmpty();
    if (!nothingToRemember && !known.equals(Optional.of(compared))) {
      homes.bases().save(course, compared);
    }
    return true;
  }

  private void nameRefused(CourseHead head) {
    if (head.refused() > 0) {
      tally.refused(homes.mirror().rows(course).refused());
    }
  }

  private static boolean isEdited(Optional<CourseBases> known, CourseHead head) {
    return head.edits() > known.map(CourseBases::edits).orElse(0L);
  }

  private MirrorCourse read(Optional<CourseBases> known) {
    if (unmet) {
      return MirrorCourse.absent(course);
    }
    MirrorCourse recorded =
        homes.mirror().read(course, options.full() ? Evidence.RECOMPUTED : Evidence.RECORDED);
    if (!isEdited(known, recorded.head())) {
      return recorded;
    }
    long seen = known.map(CourseBases::edits).orElse(0L);
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
