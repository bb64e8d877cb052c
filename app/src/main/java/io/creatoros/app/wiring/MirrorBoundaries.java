package io.creatoros.app.wiring;

import io.creatoros.app.config.AppConfig;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseBoundaries;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.CourseSummary;
import io.creatoros.core.course.Evidence;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What a mirror knows of where courses begin and end. */
final class MirrorBoundaries implements CourseBoundaries.HeldBelow {

  private final CourseMirror mirror;
  private final Map<CourseId, Collection<ArtifactPath>> paths = new ConcurrentHashMap<>();

  private MirrorBoundaries(CourseMirror mirror) {
    this.mirror = mirror;
  }

  /** A course without files, which only its history keeps in the mirror, has no boundaries. */
  static CourseBoundaries of(CourseMirror mirror, AppConfig config) {
    Set<CourseId> held =
        mirror.summaries().stream()
            .filter(course -> course.files() > 0)
            .map(CourseSummary::course)
            .collect(Collectors.toSet());
    return new CourseBoundaries(
        config.fixedCourses(), config.courses(), held, new MirrorBoundaries(mirror));
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
