package io.creatoros.migrations;

/** A migration failed; the database stands at the last version that was applied whole. */
public final class MigrationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MigrationException(String message, Throwable cause) {
    super(message, cause);
  }
}
