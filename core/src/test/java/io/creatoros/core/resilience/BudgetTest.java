package io.creatoros.core.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);

  @Test
  void leftShouldFallWithTime() {
    Budget budget = Budget.of(Duration.ofNanos(100), now::get);

    assertThat(budget.left()).isEqualTo(Duration.ofNanos(100));
    now.addAndGet(60);
    assertThat(budget.left()).isEqualTo(Duration.ofNanos(40));
    assertThat(budget.isOver()).isFalse();
  }

  @Test
  void leftShouldBeZeroWhenItIsOver() {
    Budget budget = Budget.of(Duration.ofNanos(100), now::get);

    now.addAndGet(99);
    assertThat(budget.isOver()).isFalse();
    now.addAndGet(1);
    assertThat(budget.isOver()).isTrue();
    now.addAndGet(1000);
    assertThat(budget.isOver()).isTrue();
    assertThat(budget.left()).isZero();
  }

  @Test
  void budgetShouldBeginNow() {
    assertThat(Budget.of(Duration.ZERO).isOver()).isTrue();
    assertThat(Budget.of(Duration.ofDays(1)).left())
        .isBetween(Duration.ofHours(23), Duration.ofDays(1));
  }
}
