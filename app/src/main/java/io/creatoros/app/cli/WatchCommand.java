package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import io.creatoros.app.watch.Changes;
import io.creatoros.app.watch.FolderEvents;
import io.creatoros.app.watch.Timing;
import io.creatoros.app.watch.Watcher;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.sync.InterruptedRunException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "watch",
    description = {
      "Synchronise courses as their files change, until Ctrl-C.",
      "A change is sent when nothing changed for a moment, or after a second at the latest;"
          + " everything is looked at every 30 seconds, whatever was heard.",
      "Deletes are under the same guard as with sync. A mirror that is down is tried again."
    },
    footer = {
      "",
      "Prints a line for each sync that did something; with --json a JSON object in one line.",
      "Ends with exit code 0 on Ctrl-C; what was not sent yet is owed."
    })
final class WatchCommand extends SessionCommand {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Folders of courses, or courses; the whole workspace if none is named.")
  private List<Path> paths = List.of();

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
    WatchView view = new WatchView(global.console(), session.root());
    try (WatchedSync sync = new WatchedSync(session, () -> open(global), view);
        Changes changes = FolderEvents.of(session.root(), folders(session), view::limited)) {
      new Watcher(changes, sync, Timing.PROMPT, System::nanoTime).run();
    } catch (InterruptedException | InterruptedRunException e) {
      // Whoever interrupts it has seen enough: this is how it ends.
    } finally {
      Thread.interrupted();
    }
    return view.ended();
  }

  private static List<Path> folders(Session session) {
    return session.scopes().stream()
        .map(CourseId::path)
        .map(path -> session.root().resolve(path).normalize())
        .toList();
  }

  @Override
  int print(Console console, String name, Outcome outcome) {
    console.event(name, outcome.data(), outcome.lines());
    return outcome.code().code();
  }
}
