package io.creatoros.app.cli;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.dualwrite.MirrorOutcome;
import io.creatoros.core.dualwrite.OwedReason;
import io.creatoros.core.dualwrite.Persisted;
import io.creatoros.core.sync.ArtifactRef;
import io.creatoros.core.text.ShellWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows what became of a call that stored part of a course. */
final class PersistedView {

  private final Persisted persisted;
  private final CourseId course;
  private final MirrorOutcome mirror;
  private final boolean mirrored;
  private final boolean required;

  /**
   * @param mirror what is known of the mirror in the end
   * @param mirrored whether there is a mirror at all
   * @param required whether the command has failed unless the mirror has it
   */
  PersistedView(Persisted persisted, MirrorOutcome mirror, boolean mirrored, boolean required) {
    this.persisted = persisted;
    this.course = persisted.course();
    this.mirror = mirror;
    this.mirrored = mirrored;
    this.required = required;
  }

  Outcome outcome() {
    Standing standing = standing();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("course", course);
    data.put("files", persisted.files().stream().map(PersistedView::json).toList());
    data.put("mirror", json(standing));
    data.put("next", standing.next());
    return new Outcome(
        required ? standing.code() : ExitCode.DONE, data, lines(standing), talk(standing));
  }

  /**
   * Where the mirror stands.
   *
   * @param code what the command ends with if the mirror is required
   * @param reason a stable code; empty if all is well
   * @param words in words, for people
   * @param next the command that helps; empty if all is well
   */
  private record Standing(ExitCode code, String reason, String words, String next) {}

  private Standing standing() {
    String sync = "creatoros sync " + ShellWord.of(course.path());
    if (mirror instanceof MirrorOutcome.Applied applied) {
      return new Standing(ExitCode.DONE, "", "has it, revision " + applied.revision(), "");
    }
    if (mirror instanceof MirrorOutcome.Disabled) {
      return mirrored
          ? new Standing(ExitCode.OWED, "", "not written: db-persist is off", sync)
          : new Standing(ExitCode.OWED, "", "there is none", "");
    }
    if (mirror instanceof MirrorOutcome.Pending) {
      return new Standing(ExitCode.OWED, "PENDING", "still being written", sync);
    }
    if (mirror instanceof MirrorOutcome.Owed owed) {
      return new Standing(
          code(owed.reason()), owed.code(), owed.message(), owed.remedy().orElse(sync));
    }
    if (mirror instanceof MirrorOutcome.Conflict conflict) {
      ArtifactPath first = conflict.paths().stream().sorted().findFirst().orElseThrow();
      String names =
          conflict.paths().stream()
              .sorted()
              .map(ArtifactPath::value)
              .collect(Collectors.joining(", "));
      return new Standing(
          ExitCode.CONFLICT,
          "CONFLICT",
          "it holds another version of " + names,
          "creatoros sync --ours "
              + ShellWord.of(new ArtifactRef(course, first).toString())
              + ", or --theirs to take the mirror's version");
    }
    if (mirror instanceof MirrorOutcome.Rejected rejected) {
      String rows =
          rejected.rows().stream()
              .map(row -> row.key() + ": " + row.reason())
              .collect(Collectors.joining("; "));
      return new Standing(
          ExitCode.REJECTED,
          "REJECTED",
          "it has the files, and refuses what was read from them: " + rows,
          "creatoros findings " + ShellWord.of(course.path()));
    }
    throw new AssertionError(mirror);
  }

  private static ExitCode code(OwedReason reason) {
    return switch (reason) {
      case UNAVAILABLE, TIMEOUT, SUSPENDED -> ExitCode.UNREACHABLE;
      case BUSY -> ExitCode.LOCKED;
      case QUEUE_FULL -> ExitCode.OWED;
      case SCHEMA -> ExitCode.SCHEMA;
      case PERMISSION -> ExitCode.PERMISSION;
      case FIRST_CONTACT -> ExitCode.CONFLICT;
      case CHANGING -> ExitCode.INCONCLUSIVE;
      case REFUSED -> ExitCode.REJECTED;
    };
  }

  private List<String> lines(Standing standing) {
    List<String> lines = new ArrayList<>();
    for (Persisted.WrittenFile file : persisted.files()) {
      lines.add(
          new ArtifactRef(course, file.path())
              + (file.changed() ? "  written" : "  unchanged")
              + file.kept().map(kept -> ", the version before it kept as " + kept).orElse(""));
    }
    lines.add("mirror: " + (isOwed(standing) ? "owed" : standing.words()));
    return lines;
  }

  private static boolean isOwed(Standing standing) {
    return !standing.reason().isEmpty();
  }

  private List<String> talk(Standing standing) {
    List<String> talk = new ArrayList<>();
    if (isOwed(standing)) {
      talk.add("WARN " + standing.reason() + ": " + course + ": " + standing.words());
    }
    if (!standing.next().isEmpty() && (isOwed(standing) || required)) {
      talk.add("next: " + standing.next());
    }
    return talk;
  }

  private static Map<String, Object> json(Persisted.WrittenFile file) {
    return CourseJson.row(
        "path", file.path(), "hash", file.hash(), "changed", file.changed(), "kept", file.kept());
  }

  private Map<String, Object> json(Standing standing) {
    return CourseJson.row(
        "outcome",
        mirror.name(),
        "revision",
        revision(),
        "reason",
        mirror instanceof MirrorOutcome.Owed owed ? Optional.of(owed.reason()) : Optional.empty(),
        "code",
        Optional.of(standing.reason()).filter(code -> !code.isEmpty()),
        "message",
        standing.words());
  }

  private Optional<Long> revision() {
    if (mirror instanceof MirrorOutcome.Applied applied) {
      return Optional.of(applied.revision());
    }
    return mirror instanceof MirrorOutcome.Rejected rejected
        ? Optional.of(rejected.revision())
        : Optional.empty();
  }
}
