package io.creatoros.core.dualwrite;

import io.creatoros.core.sync.SyncSettings;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How a dual write goes about its mirror.
 *
 * @param sync how courses are sent: origin, size limit, tries, typed rows, full-text index; its
 *     patience and number of senders are not used
 * @param budget how long a call waits for the mirror at most, lane, retry and back-off included
 * @param calls how many calls may wait for the mirror at once; more are owed
 * @param writeBehind how many files may wait to be sent behind the callers' backs; empty for
 *     sending while they wait
 * @param drain how long closing takes at most
 */
public record DualWriteSettings(
    SyncSettings sync, Duration budget, int calls, OptionalInt writeBehind, Duration drain) {

  public DualWriteSettings {
    if (budget.isNegative() || budget.isZero() || drain.isNegative()) {
      throw new IllegalArgumentException("the budget is more than zero; drain is not negative");
    }
    if (calls < 1 || writeBehind.orElse(1) < 1) {
      throw new IllegalArgumentException("calls and the write-behind queue are at least 1");
    }
  }

  /** The defaults, under this label: two seconds, eight calls, no write-behind, five seconds. */
  public static DualWriteSettings defaults(String origin) {
    return new DualWriteSettings(
        SyncSettings.defaults(origin),
        Duration.ofSeconds(2),
        8,
        OptionalInt.empty(),
        Duration.ofSeconds(5));
  }

  /** These, sending courses so. */
  public DualWriteSettings sending(SyncSettings settings) {
    return new DualWriteSettings(settings, budget, calls, writeBehind, drain);
  }

  /** These, waiting that long for the mirror. */
  public DualWriteSettings within(Duration time) {
    return new DualWriteSettings(sync, time, calls, writeBehind, drain);
  }

  /** These, with at most so many calls waiting for the mirror at once. */
  public DualWriteSettings calling(int atOnce) {
    return new DualWriteSettings(sync, budget, atOnce, writeBehind, drain);
  }

  /** These, sending behind the callers' backs, with at most so many files waiting. */
  public DualWriteSettings writingBehind(int files) {
    return new DualWriteSettings(sync, budget, calls, OptionalInt.of(files), drain);
  }

  /** These, closing within that time. */
  public DualWriteSettings drainingFor(Duration time) {
    return new DualWriteSettings(sync, budget, calls, writeBehind, time);
  }
}
