package io.creatoros.postgres;

import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.MirrorWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Behind a transaction pooler nothing may outlive a transaction on a session of the server. */
final class PoolerTest {
  private final TestDatabase database = MigratedDatabase.fresh();
  private final PostgresConfig direct = MigratedDatabase.config(database);
  private final PostgresConfig pooled =
      MigratedDatabase.config(
          database,
          database.jdbcUrl() + (database.jdbcUrl().contains("?") ? "&" : "?") + "pgbouncer=true");

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void statementsShouldStayUnpreparedWhenAPoolerIsInBetween() {
    assertThat(preparedAfterManyCalls(direct)).isPositive();
    assertThat(preparedAfterManyCalls(pooled)).isZero();
  }

  @Test
  void sessionShouldBeLeftAsItWas() {
    try (PostgresMirror mirror = PostgresMirror.open(pooled.withPoolSize(1));
        Database same = Database.connect(pooled.withPoolSize(1))) {
      List<String> before = session(same);
      new MirrorWriter(mirror).write(new CourseId("a"), "a.md", text("a"));
      mirror.read(new CourseId("a"), Evidence.RECOMPUTED);
      mirror.move(new CourseId("a"), new CourseId("b"));

      same.call("write", handle -> handle.execute("select creatoros.move('default', 'b', 'c')"));

      assertThat(session(same)).isEqualTo(before);
      assertThat(new Hand(database).count("pg_locks where locktype = 'advisory'")).isZero();
    }
  }

  private static List<String> session(Database database) {
    return database.call(
        "look",
        handle ->
            handle
                .select(
                    "select coalesce(nullif(current_setting(name, true), ''), '-') from unnest("
                        + "array['creatoros.writer', 'search_path', 'statement_timeout',"
                        + " 'role', 'transaction_isolation']) as s (name)")
                .mapTo(String.class)
                .list());
  }

  private static long preparedAfterManyCalls(PostgresConfig config) {
    try (Database database = Database.connect(config.withPoolSize(1))) {
      IntStream.range(0, 10)
          .forEach(
              i ->
                  database.call(
                      "read",
                      handle -> handle.createQuery(Sql.IDENTITY).mapTo(String.class).one()));
      return database.call(
          "look",
          handle ->
              handle
                  .select(
                      "select count(*) from pg_prepared_statements where statement like '%mirror"
                          + " m'")
                  .mapTo(Long.class)
                  .one());
    }
  }
}
