package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import io.creatoros.app.session.SessionRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A command that works with a workspace. */
abstract class SessionCommand extends AppCommand {

  abstract Outcome run(Session session, CreatorOsCommand global) throws Exception;

  /** The paths that the command names. */
  List<Path> paths() {
    return List.of();
  }

  /** Names that the command takes and that may be paths. */
  List<Path> hints() {
    return List.of();
  }

  /** Whether the command makes a workspace where there is none. */
  boolean creates() {
    return false;
  }

  /** The workspace that the command itself names. */
  Optional<Path> target() {
    return Optional.empty();
  }

  /** Opens the application; more than once if the command has reason to. */
  Session open(CreatorOsCommand global) {
    return open(global, hints(), target().or(global::workspace), creates());
  }

  final Session open(
      CreatorOsCommand global, List<Path> hints, Optional<Path> workspace, boolean create) {
    CliEnvironment environment = global.environment();
    return environment
        .opener()
        .open(
            new SessionRequest(
                paths(),
                hints,
                workspace,
                create,
                environment.current(),
                global.flags(),
                environment.variables()));
  }

  @Override
  final Outcome run(CreatorOsCommand global) throws Exception {
    try (Session session = open(global)) {
      Outcome outcome = run(session, global);
      boolean within = global.environment().current().normalize().startsWith(session.root());
      return within ? outcome : outcome.from(session.root());
    }
  }
}
