package io.creatoros.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.migrations.SchemaCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The file that the check of a schema compares with. */
final class SchemaExpectationTest {
  private static final Path EXPECTED =
      Path.of("../migrations/src/main/resources/db/schema/expected.tsv");

  /** Set to write what is expected instead of comparing it. */
  private static final String WRITE = "creatoros.docs.write";

  private static final String HOW =
      "regenerate it with: mvn -pl adapter-postgres -am test"
          + " -Dtest=SchemaExpectationTest,SchemaDocTest -Dsurefire.failIfNoSpecifiedTests=false -D"
          + WRITE
          + "=true";

  @Test
  void fileShouldHoldWhatTheMigrationsMakeOfEmptyAndOlderDatabases()
      throws SQLException, IOException {
    List<String> fresh = described(SchemaDatabase.migrated());
    Set<String> names = fresh.stream().map(SchemaExpectationTest::name).collect(Collectors.toSet());
    Set<String> lines = new LinkedHashSet<>(fresh);
    for (String model : List.of("pieces_by_title", "pieces_with_slugs", "projects_by_slug")) {
      for (boolean secured : List.of(false, true)) {
        SchemaDatabase older = SchemaDatabase.older(model);
        if (secured) {
          for (String table : List.of("content_projects", "minds", "content_pieces")) {
            older.execute("alter table public." + table + " enable row level security");
            older.execute("create policy theirs on public." + table + " using (true)");
          }
        }
        older.migrate();
        described(older).stream().filter(line -> names.contains(name(line))).forEach(lines::add);
      }
    }
    List<String> ordered =
        lines.stream()
            .sorted(Comparator.comparing((Function<String, String>) SchemaExpectationTest::name))
            .toList();

    if (Boolean.getBoolean(WRITE)) {
      Files.write(EXPECTED, ordered);
    }
    assertThat(EXPECTED).as(HOW).hasContent(String.join("\n", ordered));
  }

  private static List<String> described(SchemaDatabase database) throws SQLException {
    try (database) {
      return SchemaCheck.describe(database.dataSource());
    }
  }

  private static String name(String line) {
    return line.substring(0, line.indexOf('\t', line.indexOf('\t') + 1));
  }
}
