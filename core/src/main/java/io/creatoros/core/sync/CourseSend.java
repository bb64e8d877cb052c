package io.creatoros.core.sync;

import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.compare.CourseComparison;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Projection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The writing half of one course's part in a run: send contents, note, commit with the typed rows,
 * remember. Not for use by several threads.
 */
final class CourseSend {

  private final CourseId course;
  private final Homes homes;
  private final SyncSettings settings;
  private final SyncListener listener;
  private final CourseTally tally;
  private final CourseProjection projection;

  CourseSend(
      Homes homes,
      SyncSettings settings,
      SyncListener listener,
      CourseTally tally,
      CourseProjection projection) {
    this.course = tally.scan().manifest().course();
    this.homes = homes;
    this.settings = settings;
    this.listener = listener;
    this.tally = tally;
    this.projection = projection;
  }

  /**
   * Sends what is planned, or rows alone.
   *
   * @param heal whether rows and facts may have been edited by hand
   * @param unmet whether the mirror is known to hold nothing of the course
   * @return false when the course moved on and everything has to be read again
   */
  boolean send(Plan plan, Seen seen, boolean heal, boolean unmet) {
    Map<ArtifactPath, Change> changes = uploaded(plan, unmet);
    CourseBases compared = CourseBases.of(seen.comparison(), seen.known());
    Optional<Projection> rows = projection.with(seen.mirror(), changes, heal);
    if (changes.isEmpty()) {
      return sendRows(rows, seen.head()) && remember(seen, compared);
    }
    note(BasesUpdate.sending(compared, changes), seen.comparison());
    CommitResult result = commit(seen.head(), changes.values(), rows);
    if (result instanceof CommitResult.Committed committed) {
      CourseBases acknowledged =
          BasesUpdate.acknowledged(compared, seen.comparison(), changes, committed.revision());
      homes.bases().save(course, unlessOwed(acknowledged, seen));
      tally.committed(changes.values(), committed.revision());
      tally.refused(committed.refused());
      return true;
    }
    return false;
  }

  /** The changes whose contents the mirror holds now. */
  private Map<ArtifactPath, Change> uploaded(Plan plan, boolean unmet) {
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
    return plan.without(unreadable.keySet()).changes();
  }

  private boolean sendRows(Optional<Projection> rows, CourseHead head) {
    if (rows.isEmpty()) {
      tally.nameRefused(head, homes.mirror());
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

  private boolean remember(Seen seen, CourseBases compared) {
    CourseBases now = unlessOwed(compared, seen);
    boolean nothingToRemember = seen.known().isEmpty() && now.paths().isEmpty();
    if (!nothingToRemember && !seen.known().equals(Optional.of(now))) {
      homes.bases().save(course, now);
    }
    return true;
  }

  /** While rows are owed, an edit of them by hand is yet to be taken into account. */
  private CourseBases unlessOwed(CourseBases bases, Seen seen) {
    return tally.owesRows() ? bases.seeing(seen.editsKnown()) : bases;
  }
}
