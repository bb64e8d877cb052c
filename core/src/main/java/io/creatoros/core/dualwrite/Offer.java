package io.creatoros.core.dualwrite;

import java.util.concurrent.CompletableFuture;

/**
 * The answer to an offer.
 *
 * @param outcome what is known now
 * @param settled what is known in the end; done already unless {@code outcome} is {@link
 *     MirrorOutcome.Pending}; never completes exceptionally
 */
public record Offer(MirrorOutcome outcome, CompletableFuture<MirrorOutcome> settled) {

  /** An answer that is final. */
  public static Offer of(MirrorOutcome outcome) {
    return new Offer(outcome, CompletableFuture.completedFuture(outcome));
  }
}
