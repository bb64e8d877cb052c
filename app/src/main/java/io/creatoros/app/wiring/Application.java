package io.creatoros.app.wiring;

import io.creatoros.app.config.ConfigSources;
import io.creatoros.app.config.Configuration;
import io.creatoros.app.session.Session;
import io.creatoros.app.session.SessionRequest;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the application. */
public final class Application {

  private Application() {}

  /** Finds the workspace and reads its configuration; opens no database. */
  public static Session open(SessionRequest request) {
    Optional<WorkspaceScope> scope = WorkspaceScope.of(request);
    Path root = scope.map(found -> found.workspace().root()).orElse(request.current());
    Configuration configuration =
        Configuration.load(
            new ConfigSources(request.flags(), request.variables(), root, request.current()));
    return new AppSession(request, root, scope, configuration);
  }
}
