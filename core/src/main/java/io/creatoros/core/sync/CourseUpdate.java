package io.creatoros.core.sync;

import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.projection.CarefulReader;
import io.creatoros.core.projection.FactsReader;
import io.creatoros.core.projection.KeptBytes;
import io.creatoros.core.projection.ProjectionMemory;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Brings one course of a mirror up to date with its folder by writing what the mirror is owed, and
 * never deletes, not even what was moved: that is left to {@link Synchronizer}. Looks at other
 * courses only when this one is new and might be another one, renamed.
 */
public final class CourseUpdate {

  private final Homes homes;
  private final SyncSettings settings;
  private final SyncListener listener;
  private final Pauses pauses;
  private final FactsReader reader = new CarefulReader();
  private final ProjectionMemory memory;

  /**
   * Nothing is opened or closed by it.
   *
   * @param settings how to synchronise; the patience and the number of senders are not used
   * @param pauses how to wait when the course moved on in the mirror, before it is read again
   */
  public CourseUpdate(Homes homes, SyncSettings settings, SyncListener listener, Pauses pauses) {
    this(homes, settings, listener, pauses, new ProjectionMemory());
  }

  /**
   * The same for one of many updates.
   *
   * @param memory what updates before this one have projected
   */
  public CourseUpdate(
      Homes homes,
      SyncSettings settings,
      SyncListener listener,
      Pauses pauses,
      ProjectionMemory memory) {
    this.homes = homes;
    this.settings = settings;
    this.listener = listener;
    this.pauses = pauses;
    this.memory = memory;
  }

  /**
   * Sends what the folder holds once the course's lane is held. Nothing is repeated but a try that
   * found the course moved on; what was acknowledged before a failure stays.
   *
   * @param asked paths that the caller asks about: one that is no artifact of the folder is open in
   *     the report
   * @param patience how long to wait for somebody else who is sending the course
   * @throws io.creatoros.core.storage.StorageLockedException if that takes longer
   * @throws io.creatoros.core.storage.StorageException if folder, mirror or bases fail
   * @throws InterruptedRunException if the thread is interrupted between two tries
   */
  public CourseReport of(CourseId course, Collection<ArtifactPath> asked, Duration patience) {
    Lanes.Lane lane = homes.lanes().acquire(course, patience);
    try {
      CourseTally tally = scanned(course);
      update(course, tally);
      tally.missed(asked);
      return tally.report();
    } finally {
      lane.close();
    }
  }

  private CourseTally scanned(CourseId course) {
    KeptBytes bytes = new KeptBytes();
    return new CourseTally(
        homes.folders().scan(course, Evidence.RECORDED, bytes), bytes, settings.sizeLimit());
  }

  private void update(CourseId course, CourseTally tally) {
    Optional<CourseBases> known = homes.bases().load(course);
    Optional<CourseHead> head = known.isPresent() ? Optional.empty() : head(course);
    boolean isNew = known.isEmpty() && head.map(CourseHead::revision).orElse(0L) == 0;
    Optional<DeleteGuard.Stop> renamed = isNew ? renamed(course, tally) : Optional.empty();
    if (renamed.isPresent()) {
      tally.guarded(renamed.get());
      return;
    }
    boolean unknown = known.isEmpty() && head.isEmpty();
    try {
      CourseProjection projection = new CourseProjection(homes, settings, reader, memory, tally);
      new CourseSync(tally, homes, settings, SyncOptions.PLAIN, listener, pauses, projection)
          .runInLane(known, unknown, comparison -> Set.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedRunException();
    }
  }

  private Optional<CourseHead> head(CourseId course) {
    Map<CourseId, CourseHead> heads = homes.mirror().heads(List.of(course));
    return Optional.ofNullable(heads.get(course));
  }

  private Optional<DeleteGuard.Stop> renamed(CourseId course, CourseTally tally) {
    SortedSet<CourseId> vanished = new TreeSet<>(homes.bases().courses());
    if (!vanished.isEmpty()) {
      homes.folders().courses().forEach(vanished::remove);
    }
    return Optional.ofNullable(
        RenamedCourses.find(vanished, List.of(tally.scan()), homes.bases()).get(course));
  }
}
