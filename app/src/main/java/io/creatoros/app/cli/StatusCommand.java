package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
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
    Standing standing = Standing.of(session);
    SortedMap<CourseId, FolderScan> scans = new TreeMap<>();
    if (files || ignored || !standing.mirrored()) {
      for (CourseId course : session.folders().courses()) {
        if (session.scopes().stream().anyMatch(course::isWithin)) {
          scans.put(course, session.folders().scan(course, Evidence.RECORDED));
        }
      }
    }
    return new StatusView(standing, scans, session.verifications(), files, ignored).outcome();
  }
}
