package io.creatoros.app.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.embedding.Writer.Acknowledged;
import io.creatoros.core.course.CourseId;
import io.creatoros.postgres.testkit.SupabaseLike;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.postgrest.testkit.RequiresPostgrest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Six people write the same courses at once, none with more rights than that: nothing that one of
 * them was told to be in the mirror is lost but to what was written later, and nobody hears of what
 * the others did to the database meanwhile.
 *
 * <pre>
 *   three users ──► gateway ──► PostgREST ──┐
 *                                           ├──► database (PostgreSQL)
 *   three logins of the database ───────────┘
 * </pre>
 */
@RequiresPostgrest
@Timeout(180)
class SixWritersTest {

  private static final int EACH_WAY = 3;
  private static final int ROUNDS = 4;
  private static final String PROJECT = "default";
  private static final List<CourseId> COURSES =
      Stream.of("coffee", "mate", "tea").map(CourseId::new).toList();

  private static final String FILES =
      """
      select c.path || '/' || f.path, encode(f.sha256, 'hex')
      from creatoros.files f join creatoros.courses c on c.id = f.course_id
      """;

  private final TestDatabase database = SupabaseLike.migrated();
  private final ShakyServer overHttp = new ShakyPostgrest(PostgrestVersion.V12, database);
  private final ShakyServer overJdbc = new ShakyPostgres(database);
  private final ExecutorService atOnce = Executors.newFixedThreadPool(2 * EACH_WAY);
  private final List<Writer> writers = new ArrayList<>();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    atOnce.shutdownNow();
    writers.forEach(Writer::close);
    overJdbc.close();
    overHttp.close();
  }

  @Test
  void nothingAcknowledgedShouldBeLostWhenSixWriteTheSameCoursesOverHttpAndJdbc() throws Exception {
    for (int i = 0; i < EACH_WAY; i++) {
      writers.add(new Writer(folder.resolve("user-" + i), overHttp.way(PROJECT), COURSES));
      writers.add(new Writer(folder.resolve("login-" + i), overJdbc.way(PROJECT), COURSES));
    }

    List<Acknowledged> told = writeAtOnce();
    writers.forEach(Writer::takeTheirs);

    assertThat(told).hasSize(2 * writers.size() * COURSES.size() * ROUNDS);
    assertThat(told)
        .extracting(answer -> answer.course() + " " + answer.revision())
        .doesNotHaveDuplicates();
    assertThat(files()).containsAllEntriesOf(latest(told));
    assertThat(told)
        .allSatisfy(
            answer ->
                assertThat(writers.get(0).shared(answer.course())).containsOnlyOnce(answer.line()));
    assertThat(writers)
        .allSatisfy(writer -> assertThat(writer.verify()).contains("\nEQUAL: 3 courses, 21 equal"));
  }

  private List<Acknowledged> writeAtOnce() throws Exception {
    List<Future<List<Acknowledged>>> writing =
        IntStream.range(0, writers.size())
            .mapToObj(number -> atOnce.submit(() -> writers.get(number).write(number, ROUNDS)))
            .toList();
    List<Acknowledged> told = new ArrayList<>();
    for (Future<List<Acknowledged>> one : writing) {
      told.addAll(one.get());
    }
    return told;
  }

  private Map<String, String> files() throws SQLException {
    Map<String, String> files = new TreeMap<>();
    try (Connection connection = database.connect();
        Statement select = connection.createStatement();
        ResultSet rows = select.executeQuery(FILES)) {
      while (rows.next()) {
        files.put(rows.getString(1), rows.getString(2));
      }
    }
    return files;
  }

  /** The hash of each file that the latest answer told. */
  private static Map<String, String> latest(List<Acknowledged> told) {
    Map<String, String> latest = new TreeMap<>();
    told.stream()
        .sorted(Comparator.comparingLong(Acknowledged::revision))
        .forEach(answer -> latest.put(answer.course() + "/" + answer.path(), answer.hash()));
    return latest;
  }
}
