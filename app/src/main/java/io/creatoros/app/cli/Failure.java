package io.creatoros.app.cli;

import io.creatoros.app.config.ConfigException;
import io.creatoros.app.config.Problem;
import io.creatoros.app.session.SessionException;
import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageLockedException;
import io.creatoros.core.storage.StoragePermissionException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.core.sync.InterruptedRunException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a command failed.
 *
 * @param exit what the process ends with
 * @param code a stable code
 * @param message what failed and why; no secret
 * @param next what to do; empty when nothing is known to help
 * @param details more that is wrong
 * @param cause what was thrown
 */
record Failure(
    ExitCode exit,
    String code,
    String message,
    String next,
    List<String> details,
    Throwable cause) {

  static Failure of(Throwable thrown) {
    if (thrown instanceof InterruptedException
        || thrown instanceof InterruptedRunException
        || Thread.currentThread().isInterrupted()) {
      return interrupted(thrown);
    }
    if (thrown instanceof StorageException e) {
      return new Failure(
          exit(e), e.code(), String.valueOf(e.getMessage()), e.remedy().orElse(""), List.of(), e);
    }
    if (thrown instanceof ConfigException e) {
      List<String> problems = e.problems().stream().map(Problem::toString).toList();
      String message = Text.count(problems.size(), "problem") + " in the configuration";
      return new Failure(
          ExitCode.CONFIGURATION,
          "CONFIG_INVALID",
          message,
          "creatoros config --help",
          problems,
          e);
    }
    if (thrown instanceof SessionException e) {
      return new Failure(
          exit(e.kind()), e.code(), String.valueOf(e.getMessage()), e.remedy(), List.of(), e);
    }
    String message = thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
    return new Failure(
        ExitCode.UNEXPECTED,
        "UNEXPECTED",
        message,
        "repeat the command with --verbose and report what it prints",
        List.of(),
        thrown);
  }

  private static Failure interrupted(Throwable thrown) {
    return new Failure(
        ExitCode.INTERRUPTED,
        "INTERRUPTED",
        "the command was interrupted; what was acknowledged stays",
        "the same command goes on from there",
        List.of(),
        thrown);
  }

  /** What a failure of a place means for the process. */
  static ExitCode exit(StorageException e) {
    if (e instanceof StorageUnavailableException) {
      return ExitCode.UNREACHABLE;
    }
    if (e instanceof StoragePermissionException) {
      return ExitCode.PERMISSION;
    }
    if (e instanceof StorageSchemaException) {
      return ExitCode.SCHEMA;
    }
    if (e instanceof StorageLockedException) {
      return ExitCode.LOCKED;
    }
    if (e instanceof StorageConflictException) {
      return ExitCode.CONFLICT;
    }
    return e instanceof StorageRejectedException ? ExitCode.REJECTED : ExitCode.UNEXPECTED;
  }

  private static ExitCode exit(SessionException.Kind kind) {
    return switch (kind) {
      case USAGE -> ExitCode.USAGE;
      case CONFIGURATION -> ExitCode.CONFIGURATION;
      case REJECTED -> ExitCode.REJECTED;
      case INTERRUPTED -> ExitCode.INTERRUPTED;
    };
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("error " + code + ": " + message);
    details.forEach(detail -> lines.add("  " + detail));
    if (!next.isEmpty()) {
      lines.add("next: " + next);
    }
    return lines;
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", code);
    json.put("message", message);
    json.put("details", details);
    json.put("next", next);
    return json;
  }
}
