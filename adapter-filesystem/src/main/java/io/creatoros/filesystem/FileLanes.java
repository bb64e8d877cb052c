package io.creatoros.filesystem;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.sync.Lanes;
import java.time.Duration;

/** Mirror lanes as locks on files of the workspace. */
final class FileLanes implements Lanes {

  private final CourseLocks locks;

  FileLanes(StateFolder state, String command) {
    this.locks = new CourseLocks(state, "lane", command);
  }

  @Override
  public Lane acquire(CourseId course, Duration patience) {
    return locks.acquire(course, patience)::close;
  }
}
