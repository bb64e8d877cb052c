package io.creatoros.postgres.testkit;

import io.creatoros.postgres.PostgresConfig;
import io.creatoros.postgres.PostgresSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Databases as a new project of Supabase has them: the roles of its API are there, and everything
 * that is made in {@code public} is granted to all of them by default. Roles belong to the server,
 * so they are there once for all databases of a JVM.
 */
public final class SupabaseLike {
  private static final String ROLES =
      """
      do $$
      declare
        v_name text;
      begin
        perform pg_advisory_xact_lock(hashtext('roles of the tests'));
        foreach v_name in array array['anon', 'authenticated', 'service_role'] loop
          if to_regrole(v_name) is null then
            execute format('create role %I nologin noinherit', v_name);
          end if;
        end loop;
        alter role service_role bypassrls;
      end $$;
      grant usage on schema public to anon, authenticated, service_role;
      alter default privileges in schema public
        grant all on tables to anon, authenticated, service_role;
      alter default privileges in schema public
        grant all on functions to anon, authenticated, service_role;
      alter default privileges in schema public
        grant all on sequences to anon, authenticated, service_role;
      """;

  private static final String LOGIN =
      """
      do $$
      begin
        perform pg_advisory_xact_lock(hashtext('roles of the tests'));
        if to_regrole('%1$s') is null then
          create role %1$s;
        end if;
        alter role %1$s login password '%2$s';
        if %3$s and '%1$s' <> 'creatoros_writer' then
          grant creatoros_writer to %1$s;
        end if;
      end $$
      """;

  private SupabaseLike() {}

  /** Without the schema. */
  public static TestDatabase empty() {
    TestDatabase database = TestPostgres.freshDatabase();
    execute(database, ROLES);
    return database;
  }

  /** Makes an empty database, of whatever server, such a one with the schema. */
  public static void migrate(TestDatabase database) {
    execute(database, ROLES);
    PostgresSchema.migrate(
        PostgresConfig.of(database.jdbcUrl())
            .withCredentials(database.user(), database.password()));
  }

  /** With the schema, without a course; a copy of one that was migrated once. */
  public static TestDatabase migrated() {
    return TestPostgres.copyOf(Template.DATABASE);
  }

  /**
   * Makes a role that logs in as a member of {@code creatoros_writer}, or lets that one itself log
   * in, and says how to reach the database as it; it is no member of any project by that. The
   * database is migrated.
   */
  public static TestDatabase asWriter(TestDatabase database, String role) {
    return login(database, role, true);
  }

  /** The same for a role that was given nothing. */
  public static TestDatabase asStranger(TestDatabase database, String role) {
    return login(database, role, false);
  }

  private static TestDatabase login(TestDatabase database, String role, boolean writer) {
    String password = "of-" + role;
    execute(database, LOGIN.formatted(role, password, writer));
    return new TestDatabase(database.name(), database.port(), database.jdbcUrl(), role, password);
  }

  private static void execute(TestDatabase database, String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static final class Template {
    static final TestDatabase DATABASE = make();

    private static TestDatabase make() {
      TestDatabase database = TestPostgres.freshDatabase();
      migrate(database);
      return database;
    }
  }
}
