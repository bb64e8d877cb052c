package io.creatoros.core.dualwrite;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.storage.StorageUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;

/** Offers files to a leg unless it is known that it would fail, which costs next to nothing. */
final class GatedLeg implements MirrorLeg {

  private final MirrorLeg delegate;
  private final Supplier<Optional<StorageUnavailableException>> refusal;

  /**
   * A leg with a gate.
   *
   * @param refusal why the gate is shut; empty while it is open
   */
  GatedLeg(MirrorLeg delegate, Supplier<Optional<StorageUnavailableException>> refusal) {
    this.delegate = delegate;
    this.refusal = refusal;
  }

  @Override
  public Offer offer(CourseId course, SortedSet<ArtifactPath> paths) {
    return refusal
        .get()
        .map(shut -> Offer.of(Outcomes.of(course, shut)))
        .orElseGet(() -> delegate.offer(course, paths));
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
