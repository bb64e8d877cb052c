package io.creatoros.app.cli;

import io.creatoros.app.config.AppConfig;
import io.creatoros.app.session.Session;
import io.creatoros.core.sync.ArtifactRef;
import io.creatoros.core.sync.Pauses;
import io.creatoros.core.sync.SyncOptions;
import io.creatoros.core.sync.SyncReport;
import io.creatoros.core.sync.SyncSettings;
import io.creatoros.core.sync.Synchronizer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "sync",
    description = {
      "Compare course folders with the mirror and bring the mirror up to date.",
      "A folder that holds no workspace yet becomes one."
    },
    footer = {
      "",
      "Verdicts: = equal, + owed, - delete owed, < mirror ahead, ! conflict, ? unknown."
    })
final class SyncCommand extends SessionCommand {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Folders of courses, or courses; the whole workspace if none is named.")
  private List<Path> paths = List.of();

  @Option(names = "--dry-run", description = "Compare only; write nothing anywhere.")
  private boolean dryRun;

  @Option(
      names = "--full",
      description =
          "Recompute the hashes of what the mirror stores instead of trusting its records.")
  private boolean full;

  @Option(
      names = "--join",
      description = "Write to courses that another workspace brought to the mirror.")
  private boolean join;

  @Option(
      names = "--allow-deletes",
      description = "Delete in the mirror even all files of a course, or a large part of it.")
  private boolean allowDeletes;

  @Option(
      names = "--ours",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files in conflict for which the folder wins; the mirror's version is kept.")
  private List<Path> ours = List.of();

  @Option(
      names = "--theirs",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files in conflict for which the mirror wins; the folder's version is kept.")
  private List<Path> theirs = List.of();

  @Override
  List<Path> paths() {
    return paths;
  }

  @Override
  boolean creates() {
    return !paths.isEmpty();
  }

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    SyncOptions options =
        new SyncOptions(
            dryRun, full, join, allowDeletes, artifacts(session, ours), artifacts(session, theirs));
    Progress progress = new Progress(global.console());
    SyncReport report =
        new Synchronizer(
                session.homes(),
                settings(session),
                progress,
                Pauses.jittered(FIRST_PAUSE, LONGEST_PAUSE))
            .sync(session.scopes(), options);
    progress.clear();
    if (allowDeletes) {
      int deleted = report.courses().stream().mapToInt(course -> course.deleted()).sum();
      global.console().talk(Text.count(deleted, "file") + " deleted in the mirror");
    }
    return SyncView.of(report, options);
  }

  static SyncSettings settings(Session session) {
    AppConfig config = session.configuration().config();
    return new SyncSettings(
        session.origin(),
        config.sizeLimit(),
        config.syncSenders(),
        config.lockWait(),
        config.syncTries(),
        true,
        config.search());
  }

  private static Set<ArtifactRef> artifacts(Session session, List<Path> files) {
    return files.stream().map(session::artifact).collect(Collectors.toSet());
  }
}
