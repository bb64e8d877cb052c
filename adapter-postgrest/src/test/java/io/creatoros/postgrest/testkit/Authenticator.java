package io.creatoros.postgrest.testkit;

import io.creatoros.postgres.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * The role that PostgREST logs in as and that becomes the role of each request, as Supabase has it:
 * it inherits nothing, and statements of a role without a limit of its own end after 8 seconds.
 * Roles belong to the server, so it is made once for all databases of one.
 */
final class Authenticator {
  static final String NAME = "authenticator";
  static final String PASSWORD = Tokens.random();

  private static final String CREATE =
      """
      do $$
      begin
        perform pg_advisory_xact_lock(hashtext('roles of the tests'));
        if to_regrole('authenticator') is null then
          create role authenticator login noinherit;
        end if;
      end $$;
      alter role authenticator login noinherit password '%s';
      alter role authenticator set statement_timeout = '8s';
      alter role anon set statement_timeout = '3s';
      alter role authenticated set statement_timeout = '8s';
      grant anon, authenticated, service_role to authenticator
      """
          .formatted(PASSWORD);

  /** The servers that have it, by port. */
  private static final Set<Integer> MADE = new HashSet<>();

  private Authenticator() {}

  /** Makes the role unless the server has it; the roles it becomes must be there. */
  static synchronized void ensure(TestDatabase database) throws SQLException {
    if (!MADE.contains(database.port())) {
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(CREATE);
      }
      MADE.add(database.port());
    }
  }
}
