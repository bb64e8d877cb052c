package io.creatoros.core.sync;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import java.util.Comparator;

/**
 * One artifact of one course.
 *
 * @param course the course
 * @param path the artifact's key in it
 */
public record ArtifactRef(CourseId course, ArtifactPath path) implements Comparable<ArtifactRef> {

  private static final Comparator<ArtifactRef> ORDER =
      Comparator.comparing(ArtifactRef::course).thenComparing(ArtifactRef::path);

  @Override
  public int compareTo(ArtifactRef other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return course.isRoot() ? path.value() : course + "/" + path;
  }
}
