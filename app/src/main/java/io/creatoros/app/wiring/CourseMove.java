package io.creatoros.app.wiring;

import io.creatoros.app.session.SessionException;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.sync.Homes;
import io.creatoros.core.sync.Lanes;
import java.time.Duration;
import java.util.List;

/** Carries a course over to another name, in the mirror first, then in the bases. */
final class CourseMove {

  private final Homes homes;
  private final Duration patience;

  CourseMove(Homes homes, Duration patience) {
    this.homes = homes;
    this.patience = patience;
  }

  @SuppressWarnings("try")
  void move(CourseId from, CourseId to) {
    List<CourseId> folders = homes.folders().courses();
    if (folders.contains(from)) {
      throw refused("course \"" + from + "\" still has a folder here", "rename the folder first");
    }
    CourseId first = from.compareTo(to) < 0 ? from : to;
    CourseId second = first.equals(from) ? to : from;
    try (Lanes.Lane one = homes.lanes().acquire(first, patience);
        Lanes.Lane other = homes.lanes().acquire(second, patience)) {
      moveInMirror(from, to);
      homes.bases().rename(from, to);
    }
  }

  /** Another workspace, or a run that broke off, may have moved it already. */
  private void moveInMirror(CourseId from, CourseId to) {
    List<CourseId> held = homes.mirror().courses();
    boolean movedBefore =
        !held.contains(from) && held.contains(to) && homes.bases().courses().contains(from);
    if (!movedBefore) {
      try {
        homes.mirror().move(from, to);
      } catch (StorageConflictException e) {
        throw refused(String.valueOf(e.getMessage()), "creatoros courses");
      }
    }
  }

  private static SessionException refused(String why, String remedy) {
    return new SessionException(SessionException.Kind.REJECTED, "COURSE_NOT_MOVED", why, remedy);
  }
}
