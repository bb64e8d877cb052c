package io.creatoros.app.acceptance;

import io.creatoros.app.cli.Databases;
import io.creatoros.app.cli.Machine;
import io.creatoros.postgres.testkit.TestDatabase;
import java.util.Map;

/** How machines reach the mirror, which is in a database of its own. */
interface Route extends AutoCloseable {

  TestDatabase database();

  /** What tells the way. */
  Map<String, String> variables();

  @Override
  void close();

  /** Tells a machine the way. */
  default Machine lead(Machine machine) {
    variables().forEach(machine::with);
    return machine;
  }

  /** By the URL of the database. */
  static Route direct() {
    return new Direct(Databases.migrated());
  }

  /**
   * By the URL of the database.
   *
   * @param database the database
   */
  record Direct(TestDatabase database) implements Route {
    @Override
    public Map<String, String> variables() {
      return Map.of("SUPABASE_DB_URL", Databases.url(database));
    }

    @Override
    public void close() {
      database.close();
    }
  }
}
