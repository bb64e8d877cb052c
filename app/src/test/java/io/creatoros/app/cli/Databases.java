package io.creatoros.app.cli;

import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgres.testkit.TestPostgres;
import java.nio.file.Path;

/** Databases that commands reach by their URL. */
public final class Databases {

  private Databases() {}

  /** A new database with the mirror's schema. */
  public static TestDatabase migrated() {
    return TestPostgres.copyOf(Template.DATABASE);
  }

  public static String url(TestDatabase database) {
    return "postgresql://"
        + database.user()
        + ":"
        + database.password()
        + "@127.0.0.1:"
        + database.port()
        + "/"
        + database.name();
  }

  private static final class Template {
    static final TestDatabase DATABASE = migrate();

    private static TestDatabase migrate() {
      TestDatabase database = TestPostgres.freshDatabase();
      Machine.Ran ran =
          new Machine(Path.of("").toAbsolutePath())
              .with("SUPABASE_DB_URL", url(database))
              .run("migrate");
      if (ran.code() != 0) {
        throw new IllegalStateException(ran.err());
      }
      return database;
    }
  }
}
