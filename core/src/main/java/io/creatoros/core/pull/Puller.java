package io.creatoros.core.pull;

import io.creatoros.core.compare.Bases;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.core.sync.Lanes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Writes what a mirror holds back as files, and adopts the bases: a new member of a team starts so.
 *
 * <p>Only files that this workspace did not edit since it last met the mirror are replaced or
 * deleted; the version replaced or deleted is kept aside. Edits stay as they are and are named; of
 * a conflict, the mirror's version is kept beside, so that both are at hand. Each file is written
 * atomically after its bytes were found to have their recorded hash; what goes wrong with one file
 * does not stop the others. A pull that is interrupted is simply repeated.
 *
 * <p>Where a workspace meets a course for the first time and has files there that the mirror does
 * not have, missing files are written, but no bases are adopted, unless the options join the two:
 * the next {@code sync} still asks whether they are one course.
 */
public final class Puller {

  private final CourseFolders folders;
  private final CourseMirror mirror;
  private final Bases bases;
  private final Lanes lanes;
  private final PullSettings settings;

  /** A puller of one workspace from one mirror. */
  public Puller(
      CourseFolders folders, CourseMirror mirror, Bases bases, Lanes lanes, PullSettings settings) {
    this.folders = folders;
    this.mirror = mirror;
    this.bases = bases;
    this.lanes = lanes;
    this.settings = settings;
  }

  /** The courses that can be pulled: those of the mirror, ordered. */
  public List<CourseId> courses() {
    return mirror.courses();
  }

  /**
   * Pulls courses, one after the other in their order. A failure over one course is reported with
   * it, and the others go on; a mirror that cannot be reached any more ends the run, and the
   * courses left have that failure.
   */
  public PullReport pull(Collection<CourseId> courses, PullOptions options, PullListener listener) {
    TreeSet<CourseId> ordered = new TreeSet<>(courses);
    listener.started(ordered.size());
    List<CoursePull> pulled = new ArrayList<>();
    Optional<StorageUnavailableException> ended = Optional.empty();
    for (CourseId course : ordered) {
      CoursePull one =
          ended.isPresent()
              ? CoursePull.failed(course, ended.get())
              : new CoursePuller(course, folders, mirror, bases, settings, options, listener)
                  .run(lanes);
      if (one.failure().orElse(null) instanceof StorageUnavailableException unavailable) {
        ended = Optional.of(unavailable);
      }
      pulled.add(one);
      listener.finished(one);
    }
    return new PullReport(pulled);
  }
}
