package io.creatoros.filesystem;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseBoundaries;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.sync.ArtifactRef;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A path on the command line, led back to its workspace.
 *
 * @param workspace the workspace it lies in
 * @param path the path relative to the workspace, in NFC; empty for the workspace itself
 */
public record WorkspacePath(Workspace workspace, String path) {

  public WorkspacePath {
    path = UnicodeNames.composed(path);
  }

  /**
   * What the path stands for among these courses: those of the folders, and any that only the bases
   * or the mirror know.
   */
  public Selection among(Collection<CourseId> courses) {
    if (path.isEmpty()) {
      return new Selection(courses.stream().sorted().distinct().toList(), Optional.empty());
    }
    CourseId folder = new CourseId(path);
    List<CourseId> within =
        courses.stream()
            .filter(course -> !course.isRoot() && course.isWithin(folder))
            .sorted()
            .distinct()
            .toList();
    if (!within.isEmpty()) {
      return new Selection(within, Optional.empty());
    }
    CourseId owner = CourseBoundaries.owner(courses, path);
    String inside = owner.isRoot() ? path : path.substring(owner.path().length() + 1);
    return new Selection(
        List.of(owner), Optional.of(new ArtifactRef(owner, new ArtifactPath(inside))));
  }
}
