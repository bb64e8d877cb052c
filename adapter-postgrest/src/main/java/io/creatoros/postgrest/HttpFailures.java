package io.creatoros.postgrest;

import io.creatoros.core.storage.DatabaseFailure;
import io.creatoros.core.storage.SqlStates;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What answers of PostgREST, and of what stands before it, mean to us: by their code first, an
 * SQLSTATE or one of PostgREST's own, and by the HTTP status only without one.
 */
final class HttpFailures {
  private static final Pattern OWN = Pattern.compile("PGRST[0-9A-Z]{3}");
  private static final Pattern SQL_STATE = Pattern.compile("[0-9A-Z]{5}");

  /** What a function raises to choose the status itself. */
  private static final Pattern CHOSEN_STATUS = Pattern.compile("PT[1-5][0-9]{2}");

  private static final Pattern NO_SUCH_ROLE = Pattern.compile("role \".*\" does not exist");

  /** PostgREST begins what may write as such, which a replica refuses before any statement. */
  private static final Pattern IN_RECOVERY = Pattern.compile(".* during recovery");

  private HttpFailures() {}

  static DatabaseFailure failure(int status, Optional<String> code, String message) {
    String known = code.orElse("");
    if (OWN.matcher(known).matches()) {
      return own(known);
    }
    if (CHOSEN_STATUS.matcher(known).matches()) {
      return byStatus(Integer.parseInt(known.substring(2)));
    }
    if (SQL_STATE.matcher(known).matches()) {
      return bySqlState(known, message);
    }
    return byStatus(status);
  }

  private static DatabaseFailure bySqlState(String state, String message) {
    if (state.equals("22023") && NO_SUCH_ROLE.matcher(message).matches()) {
      return DatabaseFailure.PERMISSION;
    }
    if (state.equals("0A000") && IN_RECOVERY.matcher(message).matches()) {
      return DatabaseFailure.READ_ONLY;
    }
    return SqlStates.failure(state);
  }

  private static DatabaseFailure own(String code) {
    switch (code) {
      case "PGRST000", "PGRST001", "PGRST002" -> {
        return DatabaseFailure.UNREACHABLE;
      }
      case "PGRST003" -> {
        return DatabaseFailure.BUSY;
      }
      case "PGRST106" -> {
        return DatabaseFailure.SCHEMA;
      }
      default -> {
        return ofGroup(code.charAt("PGRST".length()));
      }
    }
  }

  private static DatabaseFailure ofGroup(char group) {
    switch (group) {
      case '2' -> {
        return DatabaseFailure.SCHEMA;
      }
      case '3' -> {
        return DatabaseFailure.PERMISSION;
      }
      default -> {
        return DatabaseFailure.REJECTED;
      }
    }
  }

  private static DatabaseFailure byStatus(int status) {
    switch (status) {
      case 401, 403 -> {
        return DatabaseFailure.PERMISSION;
      }
      case 402 -> {
        return DatabaseFailure.RESTRICTED;
      }
      case 408, 504, 522, 524, 544 -> {
        return DatabaseFailure.TIMEOUT;
      }
      case 425, 503 -> {
        return DatabaseFailure.BUSY;
      }
      case 429 -> {
        return DatabaseFailure.RATE_LIMITED;
      }
      case 502, 520, 521, 523, 525, 526, 527, 529, 530 -> {
        return DatabaseFailure.UNREACHABLE;
      }
      case 540 -> {
        return DatabaseFailure.PAUSED;
      }
      default -> {
        return DatabaseFailure.REJECTED;
      }
    }
  }
}
