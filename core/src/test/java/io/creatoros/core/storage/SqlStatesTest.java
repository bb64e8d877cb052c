package io.creatoros.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SqlStatesTest {

  @ParameterizedTest
  @CsvSource({
    "08000, UNREACHABLE",
    "08006, UNREACHABLE",
    "57P01, UNREACHABLE",
    "57P03, UNREACHABLE",
    "57014, TIMEOUT",
    "53100, BUSY",
    "53300, BUSY",
    "40001, BUSY",
    "40P01, BUSY",
    "55P03, BUSY",
    "28000, PERMISSION",
    "28P01, PERMISSION",
    "42501, PERMISSION",
    "25006, READ_ONLY",
    "3D000, SCHEMA",
    "3F000, SCHEMA",
    "42P01, SCHEMA",
    "42703, SCHEMA",
    "42883, SCHEMA",
    "XX001, CORRUPT",
    "XX002, CORRUPT",
    "21000, REJECTED",
    "22P05, REJECTED",
    "23514, REJECTED",
    "42P17, REJECTED",
    "42P10, REJECTED",
    "428C9, REJECTED",
    "54000, REJECTED",
    "P0001, REJECTED",
    "XX000, REJECTED",
    "ZZ999, REJECTED"
  })
  void failureShouldFollowTheSqlState(String state, DatabaseFailure failure) {
    assertThat(SqlStates.failure(state)).isEqualTo(failure);
  }

  @ParameterizedTest
  @EnumSource
  void exceptionShouldHaveTheCodeOfItsClass(DatabaseFailure failure) {
    Throwable cause = new IllegalStateException("cause");

    StorageException exception = failure.exception("what", "next", Optional.of(cause));

    assertThat(exception).hasMessage("what").hasCause(cause);
    assertThat(exception.code()).isEqualTo("DB_" + failure);
    assertThat(exception.remedy()).contains("next");
  }

  @Test
  void onlyPassingFailuresShouldBeTransient() {
    assertThat(DatabaseFailure.values())
        .filteredOn(failure -> failure.exception("", "", Optional.empty()).isTransient())
        .containsExactly(
            DatabaseFailure.UNREACHABLE,
            DatabaseFailure.TIMEOUT,
            DatabaseFailure.BUSY,
            DatabaseFailure.RATE_LIMITED);
  }
}
