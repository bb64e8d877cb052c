package io.creatoros.core.storage;

/** What PostgreSQL's error codes mean to us. */
public final class SqlStates {

  private SqlStates() {}

  /**
   * The class of a failure.
   *
   * @param state an SQLSTATE: five digits or capitals. One that is not known is refused for good
   */
  public static DatabaseFailure failure(String state) {
    switch (state) {
      case "57014" -> {
        return DatabaseFailure.TIMEOUT;
      }
      case "55P03" -> {
        return DatabaseFailure.BUSY;
      }
      case "42501" -> {
        return DatabaseFailure.PERMISSION;
      }
      case "25006" -> {
        return DatabaseFailure.READ_ONLY;
      }
      case "3D000", "3F000", "42P01", "42703", "42883" -> {
        return DatabaseFailure.SCHEMA;
      }
      case "XX001", "XX002" -> {
        return DatabaseFailure.CORRUPT;
      }
      default -> {
        return ofClass(state);
      }
    }
  }

  private static DatabaseFailure ofClass(String state) {
    if (state.startsWith("08") || state.startsWith("57P0")) {
      return DatabaseFailure.UNREACHABLE;
    }
    if (state.startsWith("53") || state.startsWith("40")) {
      return DatabaseFailure.BUSY;
    }
    return state.startsWith("28") ? DatabaseFailure.PERMISSION : DatabaseFailure.REJECTED;
  }
}
