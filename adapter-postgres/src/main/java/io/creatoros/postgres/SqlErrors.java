package io.creatoros.postgres;

import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StoragePermissionException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.core.storage.StorageUnavailableException;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Translates failures of the driver and the pool, by SQLSTATE. What a server says beyond its first
 * line may quote rows, so only that line is passed on.
 */
final class SqlErrors {
  /** The code when there is no connection, or it broke. */
  static final String UNREACHABLE = "DB_UNREACHABLE";

  /** The server was reached, and what it asked of us could not be given: a password, TLS. */
  private static final String REFUSED = "08004";

  /** What the driver says of anything unforeseen, an interruption while it connects included. */
  private static final String UNUSUAL = "99999";

  private final String server;

  /**
   * @param server host, port and database, as messages name them
   */
  SqlErrors(String server) {
    this.server = server;
  }

  /**
   * @param operation what was attempted: {@code commit course "a"}
   */
  StorageException translate(String operation, Throwable failure) {
    Optional<SQLException> sql = sqlException(failure);
    if (sql.isEmpty()) {
      return unreachable(operation, failure.toString(), failure);
    }
    String state = Optional.ofNullable(sql.get().getSQLState()).orElse("08000");
    return classify(operation, state, sql.get());
  }

  StorageSchemaException schema(String what, String remedy) {
    return new StorageSchemaException("DB_SCHEMA", "PostgreSQL at " + server + ": " + what, remedy);
  }

  private StorageException classify(String operation, String state, SQLException e) {
    String message = message(operation, state, e);
    if (state.equals(REFUSED)) {
      return new StoragePermissionException(
          "DB_PERMISSION", message, "check user, password and TLS with: creatoros config", e);
    }
    if (state.equals(UNUSUAL) && Thread.currentThread().isInterrupted()) {
      return unreachable(operation, "it was interrupted while it waited for an answer", e);
    }
    if (state.startsWith("08") || state.startsWith("57P0")) {
      return unreachable(operation, reason(e), e);
    }
    if (state.equals("57014")) {
      return new StorageUnavailableException(
          "DB_TIMEOUT", message, "try again; if it happens often, raise the statement timeout", e);
    }
    if (state.startsWith("53") || state.startsWith("40") || state.equals("55P03")) {
      return new StorageUnavailableException("DB_BUSY", message, "try again", e);
    }
    if (state.startsWith("28") || state.equals("42501")) {
      return new StoragePermissionException(
          "DB_PERMISSION", message, "check user and password with: creatoros config", e);
    }
    if (state.equals("25006")) {
      return new StoragePermissionException(
          "DB_READ_ONLY", message, "point the database URL at a server that takes writes", e);
    }
    return permanent(state, message, e);
  }

  private static StorageException permanent(String state, String message, SQLException e) {
    switch (state) {
      case "3F000", "42P01", "42703", "42883" -> {
        return new StorageSchemaException("DB_SCHEMA", message, "creatoros migrate", e);
      }
      case "3D000" -> {
        return new StorageSchemaException(
            "DB_SCHEMA", message, "create that database, then: creatoros migrate", e);
      }
      case "XX001", "XX002" -> {
        return new CorruptRecordException(
            "DB_CORRUPT", message, "restore the database, then: creatoros sync", e);
      }
      default -> {
        return new StorageRejectedException("DB_REJECTED", message, "", e);
      }
    }
  }

  private StorageUnavailableException unreachable(
      String operation, String reason, Throwable cause) {
    return new StorageUnavailableException(
        UNREACHABLE,
        "PostgreSQL at " + server + " cannot be reached to " + operation + ": " + reason,
        "check that the server runs and the address is right: creatoros config",
        cause);
  }

  private String message(String operation, String state, SQLException e) {
    return "PostgreSQL at "
        + server
        + " did not "
        + operation
        + ": "
        + reason(e)
        + " (SQLSTATE "
        + state
        + ")";
  }

  private static String reason(SQLException e) {
    if (e instanceof PSQLException postgres) {
      ServerErrorMessage answer = postgres.getServerErrorMessage();
      if (answer != null && answer.getMessage() != null) {
        return answer.getMessage();
      }
    }
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }

  /** The innermost failure with an SQLSTATE, else the innermost one of JDBC. */
  private static Optional<SQLException> sqlException(Throwable failure) {
    Optional<SQLException> found = Optional.empty();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && (sql.getSQLState() != null || found.isEmpty())) {
        found = Optional.of(sql);
      }
    }
    return found;
  }
}
