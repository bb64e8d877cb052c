package io.creatoros.app.wiring;

import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.util.Modules;
import io.creatoros.app.config.AppConfig;
import io.creatoros.app.config.ConfigSources;
import io.creatoros.app.config.Configuration;
import io.creatoros.app.session.Session;
import io.creatoros.app.session.SessionRequest;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.filesystem.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

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

  /**
   * All of the application. Opens nothing.
   *
   * @param workspace finds or makes the workspace when it is first needed
   */
  static Module modules(AppConfig config, Supplier<Workspace> workspace, WriteOptions options) {
    return Modules.combine(
        new ApplicationModule(config, workspace, options), StorageModules.forConfig(config));
  }

  /**
   * The same for the workspace in a folder, which is made where it is not there when it is first
   * needed. That fails with a {@link StorageRejectedException} if the folder cannot be made or
   * cannot be a workspace.
   */
  public static Module modules(AppConfig config, Path folder, WriteOptions options) {
    return modules(config, () -> workspace(folder), options);
  }

  private static Workspace workspace(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StorageRejectedException(
          "NO_SUCH_FOLDER",
          folder + " cannot be made: " + e,
          "name a folder that you may write",
          e);
    }
    return Workspace.init(folder);
  }

  /**
   * Makes what modules bind.
   *
   * @throws io.creatoros.core.storage.StorageException as the place throws it that cannot be opened
   */
  public static <T> T instance(Class<T> type, Module module) {
    return Unwrapped.asStorage(
        () -> Guice.createInjector(Stage.DEVELOPMENT, module).getInstance(type));
  }
}
