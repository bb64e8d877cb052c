package io.creatoros.app.cli;

import java.util.Collection;
import java.util.List;

/** What the process ends with. The documentation's table is derived from this list. */
enum ExitCode {
  DONE(0, "done; everything asked about is equal"),
  UNEXPECTED(1, "unexpected failure: a bug, or a damaged file of the workspace"),
  USAGE(2, "the command line cannot be understood"),
  CONFIGURATION(3, "the configuration, or this machine's set-up, cannot be used"),
  DIFFERENT(10, "folder and mirror differ; a change in the mirror that was not taken counts too"),
  OWED(11, "the mirror is still owed something"),
  REJECTED(12, "the mirror, or the file system, refused something for good"),
  INCONCLUSIVE(13, "something could not be read, or kept changing: nothing can be said of it"),
  GUARDED(14, "a guard stopped deletes, or a course seems to have been renamed"),
  CONFLICT(
      15,
      "both sides changed, two files claim one place, or this workspace meets the course for the"
          + " first time"),
  FINDINGS(
      16,
      "courses have findings that are errors, and `--strict` was asked for; or `security audit`"
          + " found something"),
  UNREACHABLE(20, "the database cannot be reached"),
  PERMISSION(21, "the database does not permit it"),
  SCHEMA(22, "the database's schema is not the one this version works with"),
  LOCKED(30, "another process holds the course or the workspace"),
  INTERRUPTED(130, "interrupted; running the command again goes on where it stopped");

  /** The order in which the first that applies is taken. */
  static final List<ExitCode> PRECEDENCE =
      List.of(
          INTERRUPTED,
          UNEXPECTED,
          CONFIGURATION,
          UNREACHABLE,
          PERMISSION,
          SCHEMA,
          LOCKED,
          GUARDED,
          CONFLICT,
          REJECTED,
          INCONCLUSIVE,
          DIFFERENT,
          OWED,
          FINDINGS);

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  int code() {
    return code;
  }

  String meaning() {
    return meaning;
  }

  /** The one of several results that the process ends with; {@link #DONE} if there is none. */
  static ExitCode first(Collection<ExitCode> results) {
    return PRECEDENCE.stream().filter(results::contains).findFirst().orElse(DONE);
  }
}
