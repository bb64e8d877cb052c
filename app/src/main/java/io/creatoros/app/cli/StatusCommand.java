package io.creatoros.app.cli;

import io.creatoros.app.config.MirrorKind;
import io.creatoros.app.session.Session;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.core.sync.Owed;
import io.creatoros.core.sync.SyncListener;
import io.creatoros.core.sync.SyncOptions;
import io.creatoros.core.sync.SyncReport;
import io.creatoros.core.sync.Synchronizer;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "status",
    description = "Tell, course by course, what the mirror is owed; writes nothing.",
    footer = {
      "",
      "Verdicts: = equal, + owed, - delete owed, < mirror ahead, ! conflict, ? unknown."
    })
final class StatusCommand extends SessionCommand {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Folders of courses, or courses; the whole workspace if none is named.")
  private List<Path> paths = List.of();

  @Option(names = "--files", description = "List every path with its verdict.")
  private boolean files;

  @Option(names = "--ignored", description = "List what is left out, and why.")
  private boolean ignored;

  @Override
  List<Path> paths() {
    return paths;
  }

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    boolean mirrored = session.configuration().config().mirror() != MirrorKind.NONE;
    SyncReport report = mirrored ? compare(session) : new SyncReport(List.of(), List.of());
    SortedMap<CourseId, FolderScan> scans = new TreeMap<>();
    if (files || ignored || !mirrored) {
      for (CourseId course : session.folders().courses()) {
        if (session.scopes().stream().anyMatch(course::isWithin)) {
          scans.put(course, session.folders().scan(course, Evidence.RECORDED));
        }
      }
    }
    return new StatusView(report, scans, session.verifications(), files, ignored).outcome();
  }

  /** Compares; what a mirror that cannot be reached is owed is known without it. */
  private static SyncReport compare(Session session) {
    try {
      return new Synchronizer(
              session.homes(), SyncCommand.settings(session), SyncListener.SILENT, failed -> {})
          .sync(session.scopes(), SyncOptions.DRY_RUN);
    } catch (StorageUnavailableException e) {
      return Owed.report(
          session.folders(),
          session.remembered(),
          session.scopes(),
          session.configuration().config().sizeLimit(),
          e);
    }
  }
}
