package io.creatoros.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.storage.StorageException;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

final class SqlErrorsTest {
  private final SqlErrors errors = new SqlErrors("h:1/d");

  @ParameterizedTest
  @CsvSource({
    "08000, StorageUnavailableException, DB_UNREACHABLE, true",
    "08006, StorageUnavailableException, DB_UNREACHABLE, true",
    "57P01, StorageUnavailableException, DB_UNREACHABLE, true",
    "57P03, StorageUnavailableException, DB_UNREACHABLE, true",
    "57014, StorageUnavailableException, DB_TIMEOUT, true",
    "53300, StorageUnavailableException, DB_BUSY, true",
    "53100, StorageUnavailableException, DB_BUSY, true",
    "40001, StorageUnavailableException, DB_BUSY, true",
    "40P01, StorageUnavailableException, DB_BUSY, true",
    "55P03, StorageUnavailableException, DB_BUSY, true",
    "08004, StoragePermissionException, DB_PERMISSION, false",
    "28P01, StoragePermissionException, DB_PERMISSION, false",
    "28000, StoragePermissionException, DB_PERMISSION, false",
    "42501, StoragePermissionException, DB_PERMISSION, false",
    "25006, StoragePermissionException, DB_READ_ONLY, false",
    "3F000, StorageSchemaException, DB_SCHEMA, false",
    "42P01, StorageSchemaException, DB_SCHEMA, false",
    "42703, StorageSchemaException, DB_SCHEMA, false",
    "42883, StorageSchemaException, DB_SCHEMA, false",
    "3D000, StorageSchemaException, DB_SCHEMA, false",
    "21000, StorageRejectedException, DB_REJECTED, false",
    "22021, StorageRejectedException, DB_REJECTED, false",
    "23514, StorageRejectedException, DB_REJECTED, false",
    "XX001, CorruptRecordException, DB_CORRUPT, false",
    "P0001, StorageRejectedException, DB_REJECTED, false",
    "99999, StorageRejectedException, DB_REJECTED, false"
  })
  void translateShouldClassifyBySqlState(
      String state, String type, String code, boolean isTransient) {
    StorageException error =
        errors.translate("do it", new RuntimeException(new SQLException("because", state)));

    assertThat(error.getClass().getSimpleName()).isEqualTo(type);
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.isTransient()).isEqualTo(isTransient);
    assertThat(error).hasMessageContaining("h:1/d").hasMessageContaining("do it");
    assertThat(error).hasMessageContaining("because");
  }

  @Test
  void translateShouldMeanUnreachableWhenConnectingWasInterrupted() {
    Thread.currentThread().interrupt();
    StorageException error =
        errors.translate("do it", new SQLException("Something unusual has occurred", "99999"));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(error.code()).isEqualTo("DB_UNREACHABLE");
    assertThat(error.isTransient()).isTrue();
  }

  @Test
  void translateShouldPreferTheInnermostSqlState() {
    SQLException inner = new SQLException("password authentication failed", "28P01");

    StorageException error =
        errors.translate("do it", new SQLException("timed out", "08001", inner));

    assertThat(error.code()).isEqualTo("DB_PERMISSION");
  }

  @Test
  void translateShouldMeanUnreachableWhenThereIsNoSqlState() {
    assertThat(errors.translate("do it", new SQLException("odd")).code())
        .isEqualTo("DB_UNREACHABLE");
    assertThat(errors.translate("do it", new RuntimeException(new IOException("reset"))).code())
        .isEqualTo("DB_UNREACHABLE");
  }

  @Test
  void translateShouldLeaveOutWhatServerSaysAboutRows() {
    ServerErrorMessage answer =
        new ServerErrorMessage("SERROR\0C23514\0Mviolates check\0DFailing row contains (s3cret)\0");

    StorageException error = errors.translate("do it", new PSQLException(answer, false));

    assertThat(error).hasMessageContaining("violates check").hasMessageNotContaining("s3cret");
    assertThat(error.getCause()).hasMessageNotContaining("s3cret");
  }
}
