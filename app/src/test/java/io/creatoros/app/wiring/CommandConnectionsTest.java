package io.creatoros.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Databases;
import io.creatoros.app.session.Session;
import io.creatoros.app.session.SessionRequest;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.postgres.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command leaves connections for others. */
class CommandConnectionsTest {

  @TempDir private Path home;

  @Test
  void commandShouldHoldTwoConnectionsAtMostWhateverIsSet() {
    try (TestDatabase database = Databases.migrated();
        Session session = open(database)) {
      CourseMirror mirror = session.mirror();

      IntStream.range(0, 64).parallel().forEach(i -> mirror.courses());

      assertThat(connections(session)).isPositive().isLessThanOrEqualTo(2);
    }
  }

  private Session open(TestDatabase database) {
    return Application.open(
        new SessionRequest(
            List.of(),
            List.of(),
            Optional.empty(),
            true,
            home,
            Map.of("database.pool", "9", "database.pool-min-idle", "9"),
            Map.of("DATABASE_URL", Databases.url(database))));
  }

  /** Those of the mirror; the one that asks is another. */
  private static int connections(Session session) {
    String counted =
        session
            .database()
            .query(
                "select count(*) from pg_stat_activity where datname = current_database()"
                    + " and pid <> pg_backend_pid() and backend_type = 'client backend'",
                1)
            .rows()
            .get(0)
            .get(0)
            .orElseThrow();
    return Integer.parseInt(counted);
  }
}
