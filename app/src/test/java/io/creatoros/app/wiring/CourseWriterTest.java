package io.creatoros.app.wiring;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.creatoros.app.cli.Databases;
import io.creatoros.app.config.AppConfig;
import io.creatoros.app.config.ConfigSources;
import io.creatoros.app.config.Configuration;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.dualwrite.CourseWriter;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.CourseWriterContract;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/**
 * What programs write through, as it is wired for them, keeps the contract.
 *
 * <pre>
 *   writer ─► files in a workspace
 *         └─► database (real PostgreSQL)
 * </pre>
 */
class CourseWriterTest {

  @Nested
  class SendingWhileTheCallerWaits extends Wired {

    SendingWhileTheCallerWaits() {
      super("off");
    }
  }

  @Nested
  class SendingBehindTheCallersBack extends Wired {

    SendingBehindTheCallersBack() {
      super("on");
    }
  }

  private abstract static class Wired implements CourseWriterContract {

    private final String writeBehind;
    private final TestDatabase database = Databases.migrated();
    @TempDir private Path home;
    private Injector injector = Guice.createInjector();

    Wired(String writeBehind) {
      this.writeBehind = writeBehind;
    }

    @BeforeEach
    void wire() {
      Path workspace = home.resolve("courses");
      Map<String, String> settings =
          Map.of(
              "database.url",
              Databases.url(database),
              "write-behind",
              writeBehind,
              "write-budget",
              "1m"); // no test meets its end by chance
      AppConfig config =
          Configuration.load(new ConfigSources(settings, Map.of(), workspace, home)).config();
      injector =
          Guice.createInjector(
              Stage.DEVELOPMENT,
              Application.modules(config, workspace, WriteOptions.persisting(() -> true)));
    }

    @AfterEach
    void close() {
      writer().close();
      injector.getInstance(Resources.class).close();
      database.close();
    }

    @Override
    public CourseWriter writer() {
      return injector.getInstance(CourseWriter.class);
    }

    @Override
    public CourseFolders folders() {
      return injector.getInstance(CourseFolders.class);
    }

    @Override
    public Optional<CourseMirror> mirror() {
      return Optional.of(injector.getInstance(CourseMirror.class));
    }
  }
}
