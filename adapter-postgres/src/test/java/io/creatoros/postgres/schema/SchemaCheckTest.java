package io.creatoros.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.migrations.SchemaCheck;
import io.creatoros.migrations.SchemaDifference;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is named when a database is not as the migrations made it. */
final class SchemaCheckTest {
  private final SchemaDatabase database = SchemaDatabase.migrated();

  @AfterEach
  void close() {
    database.close();
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
        "alter table public.course_lessons drop column"
            + " reviewer|column|public.course_lessons.reviewer",
        "drop index"
            + " public.course_lessons_by_search|index|public.course_lessons.course_lessons_by_search",
        "alter table public.course_lessons drop constraint"
            + " course_lessons_gps_score_check|constraint"
            + "|public.course_lessons.course_lessons_gps_score_check",
        "drop trigger foreign_edit on"
            + " public.course_lessons|trigger|public.course_lessons.foreign_edit",
        "drop view public.course_findings|view|public.course_findings",
        "drop function creatoros.missing(text, text, bytea[],"
            + " bigint[])|function|creatoros.missing(p_project text, p_course text, p_sha256"
            + " bytea[], p_size bigint[])",
        "drop policy creatoros_insert on public.course_lessons|policy"
            + "|public.course_lessons.creatoros_insert",
        "drop text search configuration creatoros.english|text search"
            + " configuration|creatoros.english",
      })
  void missingPartShouldBeNamed(String statement, String kind, String name) throws SQLException {
    database.execute(statement);

    assertThat(SchemaCheck.differences(database.dataSource()))
        .anySatisfy(
            difference -> {
              assertThat(difference.kind()).isEqualTo(kind);
              assertThat(difference.name()).isEqualTo(name);
              assertThat(difference.missing()).isTrue();
              assertThat(difference.inWords()).startsWith("is missing");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alter table public.course_lessons disable row level security|table|without row level"
            + " security",
        "alter table public.course_lessons alter column variant type varchar(10)|column"
            + "|character varying(10)",
        "alter table public.course_lessons alter column title drop not null|column|text",
        "alter table public.course_lessons alter column status set default 'x'|column"
            + "|text not null default 'x'::text",
        "alter table public.course_lessons disable trigger foreign_edit|trigger|disabled",
        "alter view public.course_findings reset (security_invoker)|view|of creatoros.courses.id",
        "alter function creatoros.present(jsonb) security definer|function|security definer",
        "alter policy creatoros_select on public.minds using (true)|policy|using true",
        "grant select on public.course_lessons to anon|rights|anon select",
        "revoke insert on creatoros.files from authenticated|rights|authenticated delete, select,"
            + " update",
        "grant update (slug) on public.content_projects to authenticated|rights|update (slug)",
        "grant execute on function creatoros.undo(text) to public|rights|public execute",
        "grant usage on schema creatoros to anon|rights|anon usage",
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
}
