package io.creatoros.core.dualwrite;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import java.time.Duration;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;

/** Offers files to a leg while a switch is on; the switch is read for every call. */
final class SwitchedLeg implements MirrorLeg {

  private final MirrorLeg delegate;
  private final BooleanSupplier on;

  SwitchedLeg(MirrorLeg delegate, BooleanSupplier on) {
    this.delegate = delegate;
    this.on = on;
  }

  @Override
  public Offer offer(CourseId course, SortedSet<ArtifactPath> paths) {
    return on.getAsBoolean()
        ? delegate.offer(course, paths)
        : Offer.of(new MirrorOutcome.Disabled());
  }

  @Override
  public boolean flush(Duration patience) {
    return delegate.flush(patience);
  }

  @Override
  public void close() {
    delegate.close();
  }
}
