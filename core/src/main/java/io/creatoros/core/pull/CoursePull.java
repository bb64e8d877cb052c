package io.creatoros.core.pull;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.sync.DeleteGuard;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One course, pulled.
 *
 * @param course the course
 * @param revision the course's revision in the mirror; 0 if it does not hold the course
 * @param equal how many files folder and mirror hold equally afterwards
 * @param bytes how many bytes were written to the folder
 * @param paths every path that is not equal afterwards, or was written or deleted
 * @param guard why deletes were withheld
 * @param firstContact set when no bases were adopted, because this workspace met the course for the
 *     first time and has files there that the mirror does not have
 * @param restored whether the mirror was found to be older than what it had acknowledged
 * @param failure what kept the course from being pulled, or from being pulled to its end
 */
public record CoursePull(
    CourseId course,
    long revision,
    int equal,
    long bytes,
    SortedMap<ArtifactPath, PulledPath> paths,
    Optional<DeleteGuard.Stop> guard,
    boolean firstContact,
    boolean restored,
    Optional<StorageException> failure) {

  public CoursePull {
    paths = Collections.unmodifiableSortedMap(new TreeMap<>(paths));
  }

  /** A course that was not looked at. */
  static CoursePull failed(CourseId course, StorageException failure) {
    return new CoursePull(
        course,
        0,
        0,
        0,
        Collections.emptySortedMap(),
        Optional.empty(),
        false,
        false,
        Optional.of(failure));
  }

  /** The paths with this outcome, ordered. */
  public List<PulledPath> with(Outcome outcome) {
    return paths.values().stream().filter(path -> path.outcome() == outcome).toList();
  }

  /** Whether the folder now holds all that the mirror holds, and nothing else. */
  public boolean isEqual() {
    return failure.isEmpty()
        && guard.isEmpty()
        && paths.values().stream()
            .allMatch(path -> path.outcome() == Outcome.TAKEN || path.outcome() == Outcome.DELETED);
  }
}
