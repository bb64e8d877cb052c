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

  @Override
  final Outcome run(CreatorOsCommand global) throws Exception {
    CliEnvironment environment = global.environment();
    SessionRequest request =
        new SessionRequest(
            paths(),
            hints(),
            target().or(global::workspace),
            creates(),
            environment.current(),
            global.flags(),
            environment.variables());
    try (Session session = environment.opener().open(request)) {
      Outcome outcome = run(session, global);
      boolean within = environment.current().normalize().startsWith(session.root());
      return within ? outcome : outcome.from(session.root());
    }
  }
}
