package io.creatoros.filesystem;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.sync.ArtifactRef;
import java.util.List;
import java.util.Optional;

/**
 * What a path on the command line stands for.
 *
 * @param courses the courses it names, ordered: those at the folder and below it, or the one that
 *     the path lies in
 * @param artifact the path within that one course, whether or not a file or folder is there; empty
 *     when whole courses are meant
 */
public record Selection(List<CourseId> courses, Optional<ArtifactRef> artifact) {

  public Selection {
    courses = List.copyOf(courses);
  }
}
