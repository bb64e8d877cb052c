package io.creatoros.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageLockedException;
import io.creatoros.core.storage.StoragePermissionException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.core.sync.InterruptedRunException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailureTest {

  private static final String C = "CODE";

  @Test
  void exitShouldTellTheFamiliesApart() {
    Map<StorageException, Integer> expected =
        Map.of(
            new StorageUnavailableException(C, "m", ""), 20,
            new StoragePermissionException(C, "m", ""), 21,
            new StorageSchemaException(C, "m", ""), 22,
            new StorageLockedException(C, "m", ""), 30,
            new StorageConflictException(C, "m", ""), 15,
            new StorageRejectedException(C, "m", ""), 12,
            new CorruptRecordException(C, "m", ""), 1);

    assertThat(expected)
        .allSatisfy(
            (failure, code) -> assertThat(Failure.of(failure).exit().code()).isEqualTo(code));
  }

  @Test
  void linesShouldNameWhatAndTheWayOn() {
    Failure failure = Failure.of(new StorageSchemaException(C, "no schema", "creatoros migrate"));

    assertThat(failure.lines()).containsExactly("error CODE: no schema", "next: creatoros migrate");
  }

  @Test
  void ofShouldBeInterruptedWhateverWasThrownThen() {
    Thread.currentThread().interrupt();
    Failure failure = Failure.of(new StorageRejectedException(C, "closed", ""));
    boolean kept = Thread.interrupted();

    assertThat(failure.exit()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(kept).isTrue();
    assertThat(Failure.of(new InterruptedRunException()).exit().code()).isEqualTo(130);
  }

  @Test
  void ofShouldBeUnexpectedWhenItIsABug() {
    Failure failure = Failure.of(new IllegalStateException("bug"));

    assertThat(failure.exit().code()).isEqualTo(1);
    assertThat(failure.lines().get(1)).contains("--verbose");
  }
}
