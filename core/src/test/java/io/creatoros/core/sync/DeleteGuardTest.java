package io.creatoros.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.sync.DeleteGuard.Situation;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeleteGuardTest {

  @ParameterizedTest
  @CsvSource({
    // files, deletes, stopped by
    "100, 0,",
    "100, 1,",
    "100, 10,",
    "100, 11,",
    "100, 20,",
    "100, 21, DELETES_MANY",
    "50, 10,",
    "50, 11, DELETES_MANY",
    "11, 10,",
    "12, 11, DELETES_MANY",
    "5, 4,",
    "5, 5, DELETES_WHOLE_COURSE",
    "1, 1, DELETES_WHOLE_COURSE",
    "0, 0,",
  })
  void judgeShouldWithholdOnlyManyOrAllDeletes(int files, int deletes, String code) {
    Optional<DeleteGuard.Stop> stop =
        DeleteGuard.judge(new Situation(files, deletes, true, false), false);

    assertThat(stop.map(DeleteGuard.Stop::code)).isEqualTo(Optional.ofNullable(code));
  }

  @ParameterizedTest
  @CsvSource({"12, 11", "5, 5"})
  void judgeShouldLetDeletesGoWhenTheyAreAllowed(int files, int deletes) {
    assertThat(DeleteGuard.judge(new Situation(files, deletes, true, false), true)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void judgeShouldWithholdEvenOneDeleteWhenTheScanWasIncomplete(boolean allowDeletes) {
    Optional<DeleteGuard.Stop> stop =
        DeleteGuard.judge(new Situation(100, 1, false, false), allowDeletes);

    assertThat(stop).map(DeleteGuard.Stop::code).contains("SCAN_INCOMPLETE");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void judgeShouldWithholdEverythingWhenTheRootIsEmpty(boolean allowDeletes) {
    Optional<DeleteGuard.Stop> stop =
        DeleteGuard.judge(new Situation(100, 1, true, true), allowDeletes);

    assertThat(stop).map(DeleteGuard.Stop::code).contains("ROOT_EMPTY");
  }

  @Test
  void stopShouldSayWhatToDoNext() {
    DeleteGuard.Stop stop =
        DeleteGuard.judge(new Situation(12, 11, true, false), false).orElseThrow();

    assertThat(stop.reason()).contains("11 of 12");
    assertThat(stop.next()).contains("--allow-deletes");
  }
}
