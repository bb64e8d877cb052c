package io.creatoros.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.migrations.SchemaCheck;
import io.creatoros.migrations.SchemaDifference;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is named when a database is not as the migrations made it. */
final class SchemaCheckTest {
  private static final Path EXPECTED =
      Path.of("../migrations/src/main/resources/db/schema/expected.tsv");

  /** Set to write what is expected instead of comparing it. */
  private static final String WRITE = "creatoros.docs.write";

  private static final String HOW =
      "regenerate it with: mvn -pl adapter-postgres -am test -Dtest=SchemaCheckTest,SchemaDocTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -D"
          + WRITE
          + "=true";

  private final SchemaDatabase database = SchemaDatabase.migrated();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void expectationShouldBeWhatTheMigrationsMake() throws SQLException, IOException {
    List<String> fresh = SchemaCheck.describe(database.dataSource());
    Set<String> names = fresh.stream().map(SchemaCheckTest::name).collect(Collectors.toSet());
    Set<String> lines = new LinkedHashSet<>(fresh);
    for (String model : List.of("pieces_by_title", "projects_by_slug")) {
      try (SchemaDatabase older = SchemaDatabase.older(model)) {
        older.migrate();
        SchemaCheck.describe(older.dataSource()).stream()
            .filter(line -> names.contains(name(line)))
            .forEach(lines::add);
      }
    }
    List<String> ordered =
        lines.stream()
            .sorted(Comparator.comparing((Function<String, String>) SchemaCheckTest::name))
            .toList();

    if (Boolean.getBoolean(WRITE)) {
      Files.write(EXPECTED, ordered);
    }
    assertThat(EXPECTED).as(HOW).hasContent(String.join("\n", ordered));
  }

  @Test
  void nothingShouldBeNamedWhenSchemaIsWhole() throws SQLException {
    assertThat(SchemaCheck.differences(database.dataSource())).isEmpty();
  }

  @Test
  void nothingShouldBeNamedWhenDatabaseHasMore() throws SQLException {
    database.execute("create table public.own (id int)");
    database.execute("alter table public.course_lessons add column own text");
    database.execute("create index own_index on public.course_lessons (own)");
    database.execute("create policy own on public.course_lessons for select using (true)");

    assertThat(SchemaCheck.differences(database.dataSource())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "drop table public.content_performance|table|public.content_performance",
        "alter table public.course_lessons drop column reviewer|column|public.course_lessons.reviewer",
        "drop index public.course_lessons_by_search|index|public.course_lessons.course_lessons_by_search",
        "alter table public.course_lessons drop constraint course_lessons_gps_score_check|constraint"
            + "|public.course_lessons.course_lessons_gps_score_check",
        "drop trigger foreign_edit on public.course_lessons|trigger|public.course_lessons.foreign_edit",
        "drop view public.course_findings|view|public.course_findings",
        "drop function creatoros.facts(text, text)|function|creatoros.facts(p_project text, p_course text)",
        "drop text search configuration creatoros.english|text search configuration|creatoros.english",
      })
  void missingPartShouldBeNamed(String statement, String kind, String name) throws SQLException {
    database.execute(statement);

    assertThat(SchemaCheck.differences(database.dataSource()))
        .anySatisfy(
            difference -> {
              assertThat(difference.kind()).isEqualTo(kind);
              assertThat(difference.name()).isEqualTo(name);
              assertThat(difference.missing()).isTrue();
              assertThat(difference.inWords()).isEqualTo("is missing");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alter table public.course_lessons disable row level security|table|without row level security",
        "alter table public.course_lessons alter column variant type varchar(10)|column"
            + "|character varying(10)",
        "alter table public.course_lessons alter column title drop not null|column|text",
        "alter table public.course_lessons alter column status set default 'x'|column"
            + "|text not null default 'x'::text",
        "alter table public.course_lessons disable trigger foreign_edit|trigger|disabled",
        "alter view public.course_findings reset (security_invoker)|view|of creatoros.courses.id",
        "alter function creatoros.facts(text, text) security definer|function|security definer",
      })
  void differentPartShouldBeNamedWithWhatItIs(String statement, String kind, String found)
      throws SQLException {
    database.execute(statement);

    List<SchemaDifference> differences = SchemaCheck.differences(database.dataSource());

    assertThat(differences).hasSize(1);
    assertThat(differences.get(0).kind()).isEqualTo(kind);
    assertThat(differences.get(0).found()).contains(found);
    assertThat(differences.get(0).inWords()).contains("instead of");
  }

  @Test
  void everythingShouldBeNamedWhenDatabaseIsEmpty() throws SQLException {
    try (SchemaDatabase empty = SchemaDatabase.empty()) {
      assertThat(SchemaCheck.differences(empty.dataSource()))
          .allMatch(SchemaDifference::missing)
          .hasSizeGreaterThan(300);
    }
  }

  private static String name(String line) {
    return line.substring(0, line.indexOf('\t', line.indexOf('\t') + 1));
  }
}
