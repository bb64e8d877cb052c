package io.creatoros.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.resilience.BreakerMemory;
import io.creatoros.core.resilience.BreakerMemory.Trouble;
import io.creatoros.core.resilience.BreakerMemory.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What processes can tell each other about a mirror that does not answer. */
public interface BreakerMemoryContract {

  /** An instant with all the digits that a clock gives. */
  Instant SINCE = Instant.parse("2026-03-01T10:00:00.123456789Z");

  /** The memory under test; nothing is known when a test starts. */
  BreakerMemory memory();

  /** The same memory as another process has it. */
  BreakerMemory others();

  @Test
  default void loadShouldBeEmptyWhenNothingWasTold() {
    assertThat(memory().load()).isEmpty();
  }

  @Test
  default void loadShouldGiveWhatAnotherProcessTold() {
    Trouble failing = trouble(2, Optional.empty(), "connection refused");
    Trouble open = trouble(3, Optional.of(SINCE.plusSeconds(5)), "still: \u00e7, \\, \"x\"");

    for (Trouble told : List.of(failing, open)) {
      memory().save(told);

      assertThat(others().load()).contains(told);
      assertThat(memory().load()).contains(told);
    }
  }

  @Test
  default void loadShouldGiveReasonInOneLineWhenItHasSeveral() {
    memory().save(trouble(1, Optional.empty(), "first\nsecond\r\nthird"));

    assertThat(others().load()).isPresent();
    assertThat(others().load().orElseThrow().reason()).startsWith("first");
  }

  @Test
  default void clearShouldForgetForAll() {
    memory().save(trouble(1, Optional.empty(), "down"));

    others().clear();

    assertThat(memory().load()).isEmpty();
    others().clear();
    assertThat(others().load()).isEmpty();
  }

  @Test
  default void turnShouldBeOfOneAtATime() {
    Turn turn = memory().tryTurn().orElseThrow();

    assertThat(memory().tryTurn()).isEmpty();
    assertThat(others().tryTurn()).isEmpty();

    turn.close();
    Turn next = others().tryTurn().orElseThrow();
    turn.close();
    assertThat(memory().tryTurn()).as("the first one's giving back again").isEmpty();
    next.close();
  }

  @Test
  default void turnShouldNotBeTakenByTelling() {
    Turn turn = memory().tryTurn().orElseThrow();

    memory().save(trouble(4, Optional.of(SINCE), "down"));
    others().clear();

    assertThat(others().tryTurn()).isEmpty();
    turn.close();
  }

  @Test
  default void turnShouldBeOfOneWhenManyWantIt() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    Race.run(
        4,
        () -> {
          boolean other = Thread.currentThread().getName().endsWith("0");
          for (int i = 0; i < 50; i++) {
            Optional<Turn> turn = (other ? others() : memory()).tryTurn();
            if (turn.isPresent()) {
              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
              inside.decrementAndGet();
              turn.get().close();
            }
          }
          return true;
        });

    assertThat(most).hasValue(1);
  }

  private static Trouble trouble(int failures, Optional<Instant> until, String reason) {
    return new Trouble(failures, SINCE, SINCE.plusMillis(1), until, reason);
  }
}
