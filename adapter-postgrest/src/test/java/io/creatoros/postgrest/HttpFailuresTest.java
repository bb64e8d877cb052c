package io.creatoros.postgrest;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.storage.DatabaseFailure;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpFailuresTest {

  @ParameterizedTest
  @CsvSource({
    "503, PGRST000, UNREACHABLE",
    "503, PGRST001, UNREACHABLE",
    "503, PGRST002, UNREACHABLE",
    "504, PGRST003, BUSY",
    "503, 08006, UNREACHABLE",
    "500, 53300, BUSY",
    "503, 53400, BUSY",
    "503, 57P01, UNREACHABLE",
    "503, 57P02, UNREACHABLE",
    "503, 57P03, UNREACHABLE",
    "500, 40P01, BUSY",
    "500, 40001, BUSY",
    "500, 55P03, BUSY",
    "500, 57014, TIMEOUT",
    "429, PT429, RATE_LIMITED",
    "200, PT503, BUSY"
  })
  void codeOfAPassingFailureShouldDecideBeforeTheStatus(
      int status, String code, DatabaseFailure failure) {
    assertThat(of(status, code)).isEqualTo(failure);
    assertThat(failure.exception("", "", Optional.empty()).isTransient()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "500, 21000, REJECTED",
    "503, 42P17, REJECTED",
    "500, P0001, REJECTED",
    "500, P0002, REJECTED",
    "500, XX000, REJECTED",
    "503, XX001, CORRUPT",
    "500, 54001, REJECTED",
    "500, PGRST121, REJECTED",
    "500, PGRSTX00, REJECTED",
    "400, 22P02, REJECTED",
    "400, 22P05, REJECTED",
    "409, 23505, REJECTED",
    "400, 23514, REJECTED",
    "400, 42P10, REJECTED",
    "400, 428C9, REJECTED",
    "404, 42883, SCHEMA",
    "404, 42P01, SCHEMA",
    "400, 42703, SCHEMA",
    "400, 3F000, SCHEMA",
    "400, PGRST102, REJECTED",
    "405, PGRST101, REJECTED",
    "406, PGRST106, SCHEMA",
    "406, PGRST107, REJECTED",
    "404, PGRST202, SCHEMA",
    "300, PGRST203, SCHEMA",
    "400, PGRST204, SCHEMA",
    "404, PGRST205, SCHEMA",
    "500, PGRST300, PERMISSION",
    "401, PGRST301, PERMISSION",
    "401, PGRST302, PERMISSION",
    "401, PGRST303, PERMISSION",
    "401, 42501, PERMISSION",
    "403, 42501, PERMISSION",
    "403, 28000, PERMISSION",
    "405, 25006, READ_ONLY",
    "503, ZZ999, REJECTED"
  })
  void codeOfALastingFailureShouldDecideBeforeTheStatus(
      int status, String code, DatabaseFailure failure) {
    assertThat(of(status, code)).isEqualTo(failure);
    assertThat(failure.exception("", "", Optional.empty()).isTransient()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "408, TIMEOUT",
    "425, BUSY",
    "429, RATE_LIMITED",
    "502, UNREACHABLE",
    "503, BUSY",
    "504, TIMEOUT",
    "520, UNREACHABLE",
    "521, UNREACHABLE",
    "522, TIMEOUT",
    "523, UNREACHABLE",
    "524, TIMEOUT",
    "530, UNREACHABLE",
    "544, TIMEOUT",
    "200, REJECTED",
    "301, REJECTED",
    "400, REJECTED",
    "401, PERMISSION",
    "402, RESTRICTED",
    "403, PERMISSION",
    "404, REJECTED",
    "413, REJECTED",
    "500, REJECTED",
    "540, PAUSED",
    "546, REJECTED"
  })
  void statusShouldDecideWithoutACode(int status, DatabaseFailure failure) {
    assertThat(HttpFailures.failure(status, Optional.empty(), "")).isEqualTo(failure);
    assertThat(of(status, "not one of theirs")).isEqualTo(failure);
  }

  @Test
  void roleOfATokenThatIsNotThereShouldBeAMatterOfPermission() {
    Optional<String> code = Optional.of("22023");

    assertThat(HttpFailures.failure(400, code, "role \"nobody\" does not exist"))
        .isEqualTo(DatabaseFailure.PERMISSION);
    assertThat(HttpFailures.failure(400, code, "invalid value for a parameter"))
        .isEqualTo(DatabaseFailure.REJECTED);
  }

  @Test
  void transactionThatAReplicaDoesNotBeginShouldBeAMatterOfWrites() {
    Optional<String> code = Optional.of("0A000");

    assertThat(
            HttpFailures.failure(
                400, code, "cannot set transaction read-write mode during recovery"))
        .isEqualTo(DatabaseFailure.READ_ONLY);
    assertThat(HttpFailures.failure(400, code, "cached plan must not change result type"))
        .isEqualTo(DatabaseFailure.REJECTED);
  }

  private static DatabaseFailure of(int status, String code) {
    return HttpFailures.failure(status, Optional.of(code), "because");
  }
}
