package io.creatoros.core.sync;

import io.creatoros.core.compare.Verdict;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.ForeignEdit;
import io.creatoros.core.course.RefusedRow;
import io.creatoros.core.storage.StorageException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run did for one course, and what remains.
 *
 * @param course the course
 * @param files how many artifacts the folder holds
 * @param unstored how many of them are recorded by hash and size only, being over the size limit
 * @param written how many files were written to the mirror
 * @param deleted how many files were deleted in the mirror
 * @param taken how many files of the folder were replaced or deleted because the mirror's side was
 *     chosen
 * @param bytesSent how many bytes of contents were sent
 * @param revision the course's revision in the mirror afterwards; 0 if it is not there
 * @param open every path that is not equal
 * @param unseen what of the folder could not be seen, as path (relative to the course, empty for
 *     the course folder itself) and reason: nothing can be said of it
 * @param projected whether typed rows were brought up to date without a file being written
 * @param rowsOwed why the typed rows are not what the files project to; empty when they are, as far
 *     as the mirror's records tell
 * @param refused typed rows that the mirror's schema does not take; their files are stored
 * @param edits edits made by hand in the mirror since this workspace last took them into account
 * @param kept where versions that lost were kept, relative to the workspace
 * @param firstContact set when nothing was written because this workspace meets the course for the
 *     first time in the mirror
 * @param restored whether the mirror was found to be older than what it had acknowledged
 * @param guard why deletes, or all writes, were withheld
 * @param failure what kept the course from being synchronised
 */
public record CourseReport(
    CourseId course,
    int files,
    int unstored,
    int written,
    int deleted,
    int taken,
    long bytesSent,
    long revision,
    SortedMap<ArtifactPath, OpenPath> open,
    SortedMap<String, String> unseen,
    boolean projected,
    Optional<String> rowsOwed,
    List<RefusedRow> refused,
    List<ForeignEdit> edits,
    List<String> kept,
    Optional<FirstContact> firstContact,
    boolean restored,
    Optional<DeleteGuard.Stop> guard,
    Optional<StorageException> failure) {

  public CourseReport {
    open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
    unseen = Collections.unmodifiableSortedMap(new TreeMap<>(unseen));
    refused = List.copyOf(refused);
    edits = List.copyOf(edits);
    kept = List.copyOf(kept);
  }

  /**
   * Another workspace's course.
   *
   * @param origin the label of the workspace that wrote it last
   * @param equal how many of the folder's files the mirror holds equally
   * @param here how many files the folder holds
   * @param there how many files the mirror holds
   */
  public record FirstContact(String origin, int equal, int here, int there) {}

  /** How many open paths have this verdict. */
  public int count(Verdict verdict) {
    return (int) open.values().stream().filter(path -> path.verdict() == verdict).count();
  }

  /** How many paths nothing can be said of; a folder that could not be seen is one. */
  public int unknown() {
    return count(Verdict.UNKNOWN) + unseen.size();
  }

  /** Whether folder and mirror are equal, typed rows included, as far as records tell. */
  public boolean isEqual() {
    return open.isEmpty()
        && unseen.isEmpty()
        && rowsOwed.isEmpty()
        && refused.isEmpty()
        && failure.isEmpty()
        && guard.isEmpty()
        && firstContact.isEmpty();
  }
}
