package io.creatoros.core.sync;

import io.creatoros.core.compare.Comparison;
import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.compare.CourseComparison;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.storage.StorageRejectedException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One course's part in a run: compare, decide, and let {@link CourseSend} write. Holds the course's
 * lane from reading the bases to writing them. Not for use by several threads.
 */
final class CourseSync {

  private final CourseId course;
  private final Homes homes;
  private final SyncSettings settings;
  private final SyncOptions options;
  private final Pauses pauses;
  private final CourseTally tally;
  private final CourseProjection projection;
  private final CourseSend sending;

  /** Whether the mirror knew nothing of the course; a commit finds out if that has changed. */
  private boolean unmet;

  CourseSync(
      CourseTally tally,
      Homes homes,
      SyncSettings settings,
      SyncOptions options,
      SyncListener listener,
      Pauses pauses,
      CourseProjection projection) {
    this.tally = tally;
    this.course = tally.scan().manifest().course();
    this.homes = homes;
    this.settings = settings;
    this.options = options;
    this.pauses = pauses;
    this.projection = projection;
    this.sending = new CourseSend(homes, settings, listener, tally, projection);
  }

  /** Which owed deletes may go, seen a comparison. */
  @FunctionalInterface
  interface Deletes {
    Set<ArtifactPath> allowed(CourseComparison comparison);
  }

  /**
   * A course after the user's choices were looked up.
   *
   * @param seen the course, with the files that were taken from the mirror
   * @param ours the paths whose mirror's side the folder's side may replace
   */
  private record Decided(Seen seen, Set<ArtifactPath> ours) {}

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
      tally.nameRefused(head.get(), homes.mirror());
      return;
    }
    if (options.dryRun()) {
      look(known);
      return;
    }
    Lanes.Lane lane = homes.lanes().acquire(course, settings.patience());
    try {
      runInLane(homes.bases().load(course), head.isEmpty(), deletes);
    } finally {
      lane.close();
    }
  }

  /**
   * Does the same while the caller holds the lane, and without asking first whether there is
   * anything to do.
   *
   * @param bases what is remembered of the course
   * @param unknown whether the mirror knew nothing of it when that was asked last
   */
  void runInLane(Optional<CourseBases> bases, boolean unknown, Deletes deletes)
      throws InterruptedException {
    unmet = unknown;
    Optional<CourseBases> known = bases;
    for (int attempt = 1; !attempt(known, deletes); attempt++) {
      if (attempt == settings.tries()) {
        tally.busy("the course kept moving in the mirror");
        return;
      }
      unmet = false;
      pauses.afterTry(attempt);
      rescan();
      known = homes.bases().load(course);
    }
  }

  private boolean isQuiet(CourseBases bases, CourseHead head) {
    return !options.full()
        && !projection.isBehind(head)
        && QuietCourse.is(tally.scan(), bases, head);
  }

  private void look(Optional<CourseBases> known) {
    Seen seen = see(known, read(known));
    tally.nameRefused(seen.head(), homes.mirror());
    projection.nameOwed(seen.head());
    if (isMetFirst(seen)) {
      tally.firstContact(seen.comparison());
    } else if (CourseProjection.isNewer(seen.head())
        && (seen.isEdited() || seen.comparison().hasAnythingToWrite())) {
      tally.failed(CourseProjection.newer(seen.head()));
    }
  }

  /** Tries once; false when the course moved on and everything has to be read again. */
  private boolean attempt(Optional<CourseBases> known, Deletes deletes) {
    Seen seen = see(known, read(known));
    if (isMetFirst(seen)) {
      tally.firstContact(seen.comparison());
      return true;
    }
    Decided decided;
    try {
      decided = decide(seen);
    } catch (StorageRejectedException | CorruptRecordException e) {
      if (!hasMoved(seen.head())) {
        throw e;
      }
      tally.failed(e);
      return false;
    }
    return write(decided.seen(), decided.ours(), deletes);
  }

  /** Lets the user's choices decide, which reads the files of the mirror that they are about. */
  private Decided decide(Seen seen) {
    Resolution resolution = new Resolution(course, homes, tally);
    Seen decided = seen;
    if (resolution.takeTheirs(seen.comparison(), chosen(options.theirs()))) {
      rescan();
      decided = see(seen.known(), seen.mirror());
    }
    Set<ArtifactPath> ours =
        resolution.keepTheirs(decided.comparison(), chosen(options.ours()), tally.scan());
    return new Decided(decided, ours);
  }

  /** Whether anybody wrote the course in the mirror since; files may miss what was read then. */
  private boolean hasMoved(CourseHead then) {
    CourseHead now =
        homes.mirror().heads(List.of(course)).getOrDefault(course, CourseHead.absent(course));
    return now.revision() != then.revision() || now.edits() != then.edits();
  }

  private boolean write(Seen seen, Set<ArtifactPath> ours, Deletes deletes) {
    Set<ArtifactPath> deletable = deletes.allowed(seen.comparison());
    Plan plan =
        Plan.of(
            seen.comparison(), ours, path -> deletable.contains(path.path()), settings.sizeLimit());
    boolean heal = options.full() || seen.isEdited();
    if (CourseProjection.isNewer(seen.head()) && (heal || !plan.changes().isEmpty())) {
      tally.failed(CourseProjection.newer(seen.head()));
      return true;
    }
    return sending.send(plan, seen, heal, unmet);
  }

  private boolean isMetFirst(Seen seen) {
    CourseComparison comparison = seen.comparison();
    return comparison.firstContact() && !options.join() && comparison.hasAnythingToWrite();
  }

  private MirrorCourse read(Optional<CourseBases> known) {
    if (unmet) {
      return MirrorCourse.absent(course);
    }
    MirrorCourse recorded =
        homes.mirror().read(course, options.full() ? Evidence.RECOMPUTED : Evidence.RECORDED);
    long seen = known.map(CourseBases::edits).orElse(0L);
    if (recorded.head().edits() <= seen) {
      return recorded;
    }
    tally.edited(homes.mirror().foreignEdits(course, seen));
    return options.full() ? recorded : homes.mirror().read(course, Evidence.RECOMPUTED);
  }

  private Seen see(Optional<CourseBases> known, MirrorCourse mirror) {
    CourseComparison comparison =
        Comparison.compare(tally.scan(), known, mirror, settings.sizeLimit());
    tally.compared(comparison);
    return new Seen(known, mirror, comparison);
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
