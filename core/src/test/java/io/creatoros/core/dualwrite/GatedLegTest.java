package io.creatoros.core.dualwrite;

import static io.creatoros.core.dualwrite.Desk.COURSE;
import static io.creatoros.core.dualwrite.StubLeg.paths;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.storage.StorageUnavailableException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code gate ─ delegate}. */
class GatedLegTest {

  private final StubLeg delegate = new StubLeg();
  private Optional<StorageUnavailableException> refusal = Optional.empty();
  private final GatedLeg leg = new GatedLeg(delegate, () -> refusal);

  @Test
  void offerShouldReachTheDelegateWhileTheGateIsOpen() {
    assertThat(leg.offer(COURSE, paths("a.md")).outcome()).isEqualTo(new MirrorOutcome.Applied(1));
  }

  @Test
  void offerShouldOweWithoutTheDelegateWhileTheGateIsShut() {
    refusal = Optional.of(new StorageUnavailableException("MIRROR_SUSPENDED", "not now", ""));

    Offer offer = leg.offer(COURSE, paths("a.md"));

    assertThat(offer.outcome())
        .isEqualTo(Outcomes.owed(OwedReason.SUSPENDED, "MIRROR_SUSPENDED", "not now"));
    assertThat(delegate.offers()).isEmpty();
  }

  @Test
  void flushAndCloseShouldReachTheDelegate() {
    delegate.flushed = false;

    assertThat(leg.flush(Duration.ZERO)).isFalse();
    leg.close();
    assertThat(delegate.closed).isEqualTo(1);
  }
}
