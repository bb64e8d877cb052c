package io.creatoros.postgrest.testkit;

import io.creatoros.postgres.PostgresConfig;
import io.creatoros.postgres.PostgresSchema;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgres.testkit.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Databases as a Supabase project has them, with the schema: before it was migrated its roles were
 * there, and everything new in {@code public} was granted to all of them by default. Each is a copy
 * of one that was migrated once.
 */
public final class SupabaseDatabase {
  private static final String ROLES =
      """
      do $$
      declare
        name text;
      begin
        foreach name in array array['anon', 'authenticated', 'service_role'] loop
          if to_regrole(name) is null then
            execute format('create role %I nologin noinherit', name);
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

  private SupabaseDatabase() {}

  /** With the schema, without a course. */
  public static TestDatabase fresh() {
    return TestPostgres.copyOf(Template.DATABASE);
  }

  /** Without the schema. */
  public static TestDatabase empty() {
    TestDatabase database = TestPostgres.freshDatabase();
    execute(database, ROLES);
    return database;
  }

  /** How a superuser of the database connects past PostgREST. */
  public static PostgresConfig config(TestDatabase database) {
    return PostgresConfig.of(database.jdbcUrl())
        .withCredentials(database.user(), database.password());
  }

  private static TestDatabase migrate(TestDatabase database) {
    PostgresSchema.migrate(config(database));
    return database;
  }

  private static void execute(TestDatabase database, String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Template {
    static final TestDatabase DATABASE = migrate(empty());
  }
}
