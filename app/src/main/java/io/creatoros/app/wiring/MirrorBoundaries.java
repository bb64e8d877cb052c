package io.creatoros.app.wiring;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseBoundaries;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Evidence;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a mirror knows of where courses begin and end. */
final class MirrorBoundaries implements CourseBoundaries.HeldBelow {

  private final CourseMirror mirror;
  private final Map<CourseId, Collection<ArtifactPath>> paths = new ConcurrentHashMap<>();

  private MirrorBoundaries(CourseMirror mirror) {
    this.mirror = mirror;
  }

  static CourseBoundaries of(CourseMirror mirror, List<String> globs) {
    return new CourseBoundaries(globs, Set.copyOf(mirror.courses()), new MirrorBoundaries(mirror));
  }

  @Override
  public boolean test(CourseId course, String folder) {
    return paths
        .computeIfAbsent(
            course, held -> mirror.manifest(held, Evidence.RECORDED).entries().keySet())
        .stream()
        .anyMatch(path -> path.value().startsWith(folder + "/"));
  }
}
