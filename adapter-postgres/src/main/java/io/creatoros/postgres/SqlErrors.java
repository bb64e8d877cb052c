package io.creatoros.postgres;

import io.creatoros.core.storage.DatabaseFailure;
import io.creatoros.core.storage.SqlStates;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StoragePermissionException;
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
  static final String UNREACHABLE = DatabaseFailure.UNREACHABLE.code();

  /** The server was reached, and what it asked of us could not be given: a password, TLS. */
  private static final String REFUSED = "08004";

  private static final String NO_DATABASE = "3D000";

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

  StoragePermissionException permission(String what, String remedy) {
    return new StoragePermissionException(
        DatabaseFailure.PERMISSION.code(), "PostgreSQL at " + server + ": " + what, remedy);
  }

  StorageSchemaException schema(String what, String remedy) {
    return new StorageSchemaException(
        DatabaseFailure.SCHEMA.code(), "PostgreSQL at " + server + ": " + what, remedy);
  }

  private StorageException classify(String operation, String state, SQLException e) {
    String message = message(operation, state, e);
    if (state.equals(REFUSED)) {
      return new StoragePermissionException(
          DatabaseFailure.PERMISSION.code(),
          message,
          "check user, password and TLS with: creatoros config",
          e);
    }
    if (state.equals(UNUSUAL) && Thread.currentThread().isInterrupted()) {
      return unreachable(operation, "it was interrupted while it waited for an answer", e);
    }
    DatabaseFailure failure = SqlStates.failure(state);
    return failure == DatabaseFailure.UNREACHABLE
        ? unreachable(operation, reason(e), e)
        : failure.exception(message, remedy(failure, state, e), Optional.of(e));
  }

  private static String remedy(DatabaseFailure failure, String state, SQLException e) {
    switch (failure) {
      case TIMEOUT -> {
        return "try again; if it happens often, raise the statement timeout";
      }
      case BUSY -> {
        return "try again";
      }
      case PERMISSION -> {
        return hint(e).orElse("check user and password with: creatoros config");
      }
      case READ_ONLY -> {
        return "point the database URL at a server that takes writes";
      }
      case SCHEMA -> {
        return state.equals(NO_DATABASE)
            ? "create that database, then: creatoros migrate"
            : "creatoros migrate";
      }
      case CORRUPT -> {
        return "restore the database, then: creatoros sync";
      }
      default -> {
        return hint(e).orElse("");
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

  /** What the server says to do about it. */
  private static Optional<String> hint(SQLException e) {
    return e instanceof PSQLException postgres
        ? Optional.ofNullable(postgres.getServerErrorMessage()).map(ServerErrorMessage::getHint)
        : Optional.empty();
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
