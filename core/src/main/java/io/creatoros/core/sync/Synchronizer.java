package io.creatoros.core.sync;

import io.creatoros.core.compare.CourseComparison;
import io.creatoros.core.compare.PathComparison;
import io.creatoros.core.compare.Verdict;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.projection.CarefulReader;
import io.creatoros.core.projection.FactsReader;
import io.creatoros.core.projection.KeptBytes;
import io.creatoros.core.projection.ProjectionMemory;
import io.creatoros.core.projection.Readers;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StoragePermissionException;
import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.core.storage.StorageUnavailableException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Brings a mirror up to date with course folders: compares each course three ways and writes what
 * the mirror is owed. What it cannot or may not write it names; nothing is left out silently, and a
 * second run writes nothing.
 *
 * <p>Writes go first, for all courses; deletes follow when it is known that the bytes of moved
 * files have arrived where they went, and only under the {@link DeleteGuard}.
 */
public final class Synchronizer {

  private final Homes homes;
  private final SyncSettings settings;
  private final SyncListener listener;
  private final Pauses pauses;
  private final FactsReader reader;
  private final ProjectionMemory memory = new ProjectionMemory();

  /**
   * Nothing is opened or closed by it.
   *
   * @param pauses how to wait before a try is repeated
   */
  public Synchronizer(Homes homes, SyncSettings settings, SyncListener listener, Pauses pauses) {
    this(homes, settings, listener, pauses, Readers::read);
  }

  /**
   * Reads files for their typed rows as another version does.
   *
   * @param reader what it throws becomes a finding
   */
  Synchronizer(
      Homes homes,
      SyncSettings settings,
      SyncListener listener,
      Pauses pauses,
      FactsReader reader) {
    this.homes = homes;
    this.settings = settings;
    this.listener = listener;
    this.pauses = pauses;
    this.reader = new CarefulReader(reader);
  }

  /**
   * Synchronises the courses at or below the given folders: those that have a folder, and those
   * that had one.
   *
   * @throws StorageException if the folders or the mirror fail before any course is looked at;
   *     later failures are in the courses' reports
   */
  public SyncReport sync(Collection<CourseId> scopes, SyncOptions options) {
    return new Run(options).over(scopes);
  }

  private final class Run {

    private final SyncOptions options;
    private final SortedMap<CourseId, CourseTally> tallies = new TreeMap<>();
    private final AtomicReference<StorageException> mirrorLost = new AtomicReference<>();
    private Map<CourseId, CourseHead> heads = Map.of();
    private Moves moves = new Moves(List.of());

    Run(SyncOptions options) {
      this.options = options;
    }

    SyncReport over(Collection<CourseId> scopes) {
      SortedSet<CourseId> present = Homes.within(scopes, homes.folders().courses());
      SortedSet<CourseId> vanished = Homes.within(scopes, homes.bases().courses());
      vanished.removeAll(present);
      SortedSet<CourseId> all = new TreeSet<>(present);
      all.addAll(vanished);
      listener.started(all.size());
      heads = homes.mirror().heads(all);
      SortedSet<CourseId> elsewhere = Homes.within(scopes, homes.mirror().courses());
      elsewhere.removeAll(all);

      Map<CourseId, DeleteGuard.Stop> renamed = renamed(present, vanished);
      inParallel(all, course -> write(course, renamed));
      if (!options.dryRun()) {
        Collection<CourseId> withOwedDeletes = withOwedDeletes();
        if (!withOwedDeletes.isEmpty()) {
          moves = new Moves(tallies.values());
          inParallel(withOwedDeletes, this::delete);
        }
      }
      return new SyncReport(
          tallies.values().stream().map(CourseTally::report).toList(), List.copyOf(elsewhere));
    }

    private Map<CourseId, DeleteGuard.Stop> renamed(Set<CourseId> present, Set<CourseId> vanished) {
      if (vanished.isEmpty()) {
        return Map.of();
      }
      List<CourseId> fresh =
          present.stream()
              .filter(course -> head(course).revision() == 0)
              .filter(course -> homes.bases().load(course).isEmpty())
              .toList();
      List<FolderScan> scans = fresh.stream().map(this::tally).map(CourseTally::scan).toList();
      fresh.forEach(course -> tally(course).bytes().release());
      return RenamedCourses.find(vanished, scans, homes.bases());
    }

    private void write(CourseId course, Map<CourseId, DeleteGuard.Stop> renamed) {
      CourseTally tally = tally(course);
      DeleteGuard.Stop stop = renamed.get(course);
      if (stop != null) {
        tally.guarded(stop);
      }
      boolean held = stop != null && !options.dryRun();
      if (!held) {
        attempt(course, tally, comparison -> movesWithin(tally, comparison));
      }
      tally.bytes().release();
      listener.finished(tally.report());
    }

    private Set<ArtifactPath> movesWithin(CourseTally tally, CourseComparison comparison) {
      return tally.scan().errors().isEmpty() ? Plan.movesWithin(comparison) : Set.of();
    }

    private void delete(CourseId course) {
      CourseTally tally = tally(course);
      tally.scanned(homes.folders().scan(course, Evidence.RECORDED));
      attempt(course, tally, comparison -> deletable(course, tally, comparison));
    }

    private Set<ArtifactPath> deletable(
        CourseId course, CourseTally tally, CourseComparison comparison) {
      Set<ArtifactPath> allowed = new HashSet<>();
      int counted = 0;
      for (PathComparison path : comparison.with(Verdict.OWED_DELETE)) {
        Optional<Sha256> hash = path.expected();
        Moves.Standing standing = moves.of(hash.orElseThrow());
        if (standing != Moves.Standing.NOT_ARRIVED) {
          allowed.add(path.path());
        }
        if (standing == Moves.Standing.NOWHERE) {
          counted++;
        }
      }
      Optional<DeleteGuard.Stop> stop =
          DeleteGuard.judge(
              new DeleteGuard.Situation(
                  tally.filesBefore(), counted, tally.scan().errors().isEmpty(), rootEmpty()),
              options.allowDeletes());
      stop.ifPresent(tally::guarded);
      return stop.isPresent() ? Set.of() : allowed;
    }

    private boolean rootEmpty() {
      return homes.folders().courses().isEmpty();
    }

    private Collection<CourseId> withOwedDeletes() {
      return tallies.entrySet().stream()
          .filter(tally -> tally.getValue().wasWritten())
          .filter(tally -> tally.getValue().owesDeletes())
          .map(Map.Entry::getKey)
          .toList();
    }

    /** A transient failure is retried once; one that concerns the whole mirror ends the sending. */
    private void attempt(CourseId course, CourseTally tally, CourseSync.Deletes deletes) {
      if (mirrorLost.get() != null) {
        tally.failed(mirrorLost.get());
        return;
      }
      CourseProjection projection = new CourseProjection(homes, settings, reader, memory, tally);
      CourseSync sync =
          new CourseSync(tally, homes, settings, options, listener, pauses, projection);
      try {
        try {
          sync.run(Optional.ofNullable(heads.get(course)), deletes);
        } catch (StorageUnavailableException first) {
          pauses.afterFailure(1, first);
          retry(sync, course, deletes, first);
        }
      } catch (StorageUnavailableException
          | StoragePermissionException
          | StorageSchemaException e) {
        mirrorLost.compareAndSet(null, e);
        tally.failed(e);
      } catch (StorageException e) {
        tally.failed(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedRunException();
      }
    }

    private void retry(
        CourseSync sync, CourseId course, CourseSync.Deletes deletes, StorageException first)
        throws InterruptedException {
      try {
        sync.run(Optional.of(head(course)), deletes);
      } catch (StorageException second) {
        second.addSuppressed(first);
        throw second;
      }
    }

    private CourseTally tally(CourseId course) {
      synchronized (tallies) {
        CourseTally known = tallies.get(course);
        if (known != null) {
          return known;
        }
      }
      KeptBytes bytes = new KeptBytes();
      CourseTally scanned =
          new CourseTally(
              homes.folders().scan(course, Evidence.RECORDED, bytes), bytes, settings.sizeLimit());
      synchronized (tallies) {
        tallies.put(course, scanned);
      }
      return scanned;
    }

    private CourseHead head(CourseId course) {
      return heads.getOrDefault(course, CourseHead.absent(course));
    }

    private void inParallel(Collection<CourseId> courses, CourseWork work) {
      CourseWork.inParallel(courses, settings.senders(), work);
    }
  }
}
