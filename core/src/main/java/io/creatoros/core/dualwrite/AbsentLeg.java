package io.creatoros.core.dualwrite;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import java.time.Duration;
import java.util.SortedSet;

/** The leg of a workspace without a mirror. */
final class AbsentLeg implements MirrorLeg {

  @Override
  public Offer offer(CourseId course, SortedSet<ArtifactPath> paths) {
    return Offer.of(new MirrorOutcome.Disabled());
  }

  @Override
  public boolean flush(Duration patience) {
    return true;
  }

  @Override
  public void close() {}
}
