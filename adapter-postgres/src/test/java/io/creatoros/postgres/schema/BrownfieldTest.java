package io.creatoros.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.migrations.Migrations;
import io.creatoros.migrations.SchemaCheck;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that has tables of an older model, with rows that are nowhere else. */
final class BrownfieldTest {
  private static final String ROWS =
      "select md5(string_agg(p.id::text || p.title || p.content, '' order by p.id))"
          + " from public.content_pieces p where p.content <> ''";
  private static final String SHAPE =
      """
      select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
        || coalesce(column_default, '')
      from information_schema.columns where table_schema = 'public'
      union all
      select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
      from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
      union all
      select indexdef from pg_indexes where schemaname = 'public'
      union all
      select tgrelid::regclass || tgname from pg_trigger where not tgisinternal
        and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
      order by 1
      """;

  @ParameterizedTest
  @ValueSource(strings = {"pieces_by_title", "pieces_with_slugs", "projects_by_slug"})
  void migrateShouldKeepOlderRowsAndTakeCoursesBesideThem(String model) throws SQLException {
    try (SchemaDatabase database = SchemaDatabase.older(model)) {
      String before = database.string(ROWS);

      assertThat(database.migrate()).isEqualTo(Migrations.versions());
      String answer = new TypedCourse(database, "curso").lesson("a.md", "Olá").commit();
      String other = new TypedCourse(database, "outro").lesson("b.md", "Olá").commit();

      assertThat(answer).contains("\"refused\": []").contains("committed");
      assertThat(other).contains("\"refused\": []").contains("committed");
      assertThat(database.string(ROWS)).isEqualTo(before);
      assertThat(database.strings("select persona from public.course_statistics"))
          .containsExactly("ana", "ana");
      assertThat(SchemaCheck.differences(database.dataSource())).isEmpty();
      assertThat(database.migrate()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pieces_by_title", "pieces_with_slugs", "projects_by_slug"})
  void rollBackShouldGiveOlderTablesTheirShapeAndRowsAgain(String model) {
    try (SchemaDatabase database = SchemaDatabase.older(model)) {
      List<String> shape = database.strings(SHAPE);
      String rows = database.string(ROWS);
      database.migrate();
      new TypedCourse(database, "curso").lesson("a.md", "Olá").commit();

      database.rollBack();

      assertThat(database.strings(SHAPE)).isEqualTo(shape);
      assertThat(database.string(ROWS)).isEqualTo(rows);
      assertThat(database.string("select count(*) from creatoros.contents")).isEqualTo("1");
      assertThat(database.migrate()).hasSize(SchemaDatabase.UNDOABLE.size());
      assertThat(database.string(ROWS)).isEqualTo(rows);
    }
  }

  @Test
  void olderPiecesShouldBeWrittenAsBeforeWhenMigrated() {
    try (SchemaDatabase database = SchemaDatabase.older("pieces_by_title")) {
      database.migrate();

      database.execute(
          "insert into public.content_pieces (project_id, type, title, content)"
              + " select id, 'social', 'Um post', 'x' from public.content_projects");
      database.execute("update public.content_pieces set content = 'y' where type = 'social'");

      assertThat(
              database.strings("select content from public.content_pieces where type = 'social'"))
          .containsExactly("y");
      assertThat(database.strings("select table_name from creatoros.foreign_edits")).isEmpty();
    }
  }

  @Test
  void olderPerformanceShouldBeKeptUnderAnotherName() {
    try (SchemaDatabase database = SchemaDatabase.older("pieces_by_title")) {
      database.migrate();

      assertThat(database.strings("select value from public.content_performance_legacy"))
          .containsExactly("3", "3");
      assertThat(database.strings("select views from public.content_performance")).isEmpty();
    }
  }

  @Test
  void migrateShouldStopBeforeAnythingChangesWhenKeysAreNotOfTheRightType() {
    try (SchemaDatabase database = SchemaDatabase.empty()) {
      database.execute("create table public.content_pieces (id text primary key, title text)");

      assertThatThrownBy(database::migrate)
          .hasMessageContaining("public.content_pieces is there already")
          .hasMessageContaining("of type text");
      assertThat(database.strings("select to_regclass('public.minds')::text").get(0)).isNull();
      assertThat(database.strings("select max(version) from creatoros.schema_version"))
          .containsExactly(Migrations.versions().get(2));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"course_lessons", "course_metadata", "market_research", "content_performance"})
  void migrateShouldStopWhenATableOfUnknownShapeIsThere(String table) {
    try (SchemaDatabase database = SchemaDatabase.empty()) {
      database.execute("create table public." + table + " (id uuid primary key)");

      assertThatThrownBy(database::migrate)
          .hasMessageContaining("public." + table + " is there already");
    }
  }

  @Test
  void migrateShouldTellTheWayOutWhenTypedRowsOutliveTheirMirror() throws SQLException {
    try (SchemaDatabase database = SchemaDatabase.migrated()) {
      new TypedCourse(database, "curso").lesson("a.md", "Olá").commit();
      database.execute("drop schema creatoros cascade");

      database.execute(wayOut(database));

      assertThat(database.migrate()).hasSize(SchemaDatabase.UNDOABLE.size());
      assertThat(new TypedCourse(database, "curso").lesson("a.md", "Olá").commit())
          .contains("committed", "\"refused\": []");
      assertThat(SchemaCheck.differences(database.dataSource())).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pieces_by_title", "pieces_with_slugs", "projects_by_slug"})
  void theWayOutShouldKeepOlderRowsWhenTypedRowsOutliveTheirMirror(String model)
      throws SQLException {
    try (SchemaDatabase database = SchemaDatabase.older(model)) {
      String rows = database.string(ROWS);
      database.migrate();
      new TypedCourse(database, "curso").lesson("a.md", "Olá").commit();
      database.execute("drop schema creatoros cascade");

      database.execute(wayOut(database));

      assertThat(database.migrate()).hasSize(SchemaDatabase.UNDOABLE.size());
      assertThat(database.string(ROWS)).isEqualTo(rows);
      assertThat(SchemaCheck.differences(database.dataSource())).isEmpty();
    }
  }

  @Test
  void olderRowsShouldStayAsOpenAsTheyWereWhenNothingProtectedThem() {
    try (SchemaDatabase database = SchemaDatabase.older("pieces_by_title")) {
      openTo(database, "anon");
      database.migrate();
      new TypedCourse(database, "curso").lesson("a.md", "Olá").commit();
      database.string("select creatoros.set_member('default', null, 'creatoros_writer', 'owner')");

      assertThat(database.as("anon", "select title from public.content_pieces"))
          .isNotEmpty()
          .doesNotContain("Um curso");
      assertThat(database.as("anon", "select name from public.content_projects"))
          .containsExactly("Primeiro");
      assertThat(
              database.as("anon", "update public.content_pieces set content = 'z' returning title"))
          .isNotEmpty()
          .doesNotContain("Um curso");
      assertThatThrownBy(
              () ->
                  database.as(
                      "anon", "update public.content_pieces set course_id = 1 returning id"))
          .hasMessageContaining("row-level security");
      assertThatThrownBy(() -> database.as("anon", "truncate public.content_pieces"))
          .hasMessageContaining("permission denied");
      assertThat(database.as("authenticated", "select title from public.content_pieces")).isEmpty();
    }
  }

  @Test
  void olderPoliciesShouldReachOlderRowsOnlyWhenTheyAreThere() {
    try (SchemaDatabase database = SchemaDatabase.older("pieces_by_title")) {
      openTo(database, "anon");
      database.execute("alter table public.content_pieces enable row level security");
      database.execute("create policy lax on public.content_pieces using (true)");
      database.migrate();
      new TypedCourse(database, "curso").lesson("a.md", "Olá").commit();

      assertThat(database.as("anon", "select title from public.content_pieces"))
          .isNotEmpty()
          .doesNotContain("Um curso");
      assertThat(database.as("authenticated", "select title from public.content_pieces"))
          .doesNotContain("Um curso");
      assertThatThrownBy(
              () ->
                  database.as(
                      "anon", "update public.content_pieces set course_id = 1 returning id"))
          .hasMessageContaining("row-level security");
    }
  }

  @Test
  void slugShouldStayWhenOlderTablesLetEverybodyChangeIt() {
    try (SchemaDatabase database = SchemaDatabase.older("projects_by_slug")) {
      openTo(database, "anon");
      database.migrate();
      new TypedCourse(database, "curso").lesson("a.md", "Olá").commit();
      database.execute(
          "insert into public.content_projects (slug, name) values ('livre', 'Livre')");

      assertThatThrownBy(
              () ->
                  database.as("anon", "update public.content_projects set slug = 'x' returning id"))
          .hasMessageContaining("you may not change the slug of project \"default\"");
      assertThat(
              database.as(
                  "anon",
                  "update public.content_projects set slug = 'solto' where slug = 'livre'"
                      + " returning slug"))
          .containsExactly("solto");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void rollBackShouldGiveOlderTablesTheirRightsAgain(boolean secured) {
    String rights =
        """
        select c.relname || c.relrowsecurity || (select string_agg(a::text, ',' order by a::text)
          from unnest(c.relacl) as a) || coalesce((select string_agg(p.polname, ',')
          from pg_policy p where p.polrelid = c.oid), '')
        from pg_class c where c.relname in ('content_projects', 'minds', 'content_pieces')
        order by 1
        """;
    try (SchemaDatabase database = SchemaDatabase.older("projects_by_slug")) {
      openTo(database, "anon");
      if (secured) {
        database.execute("alter table public.content_pieces enable row level security");
        database.execute("create policy lax on public.content_pieces using (true)");
      }
      List<String> before = database.strings(rights);
      database.migrate();
      assertThat(database.strings(rights)).isNotEqualTo(before);

      database.rollBack();

      assertThat(database.strings(rights)).isEqualTo(before).hasSize(3);
    }
  }

  @Test
  void membersShouldBeKeptWhenTheyOutliveTheirMirror() {
    try (SchemaDatabase database = SchemaDatabase.migrated()) {
      database.string("select creatoros.set_member('default', null, 'creatoros_writer', 'owner')");
      database.execute("drop schema creatoros cascade");
      database.execute(wayOut(database));

      database.migrate();

      assertThat(database.strings("select role from creatoros.members('default')"))
          .containsExactly("owner");
    }
  }

  @Test
  void migrateShouldStopWhenOtherMembersAreThere() {
    try (SchemaDatabase database = SchemaDatabase.empty()) {
      database.execute("create table public.content_project_members (id uuid primary key)");

      assertThatThrownBy(database::migrate)
          .hasMessageContaining("public.content_project_members is there already");
    }
  }

  /** Gives a role everything on the older tables, as the default privileges of Supabase do. */
  private static void openTo(SchemaDatabase database, String role) {
    database.execute(
        """
        do $$
        begin
          if to_regrole('anon') is null then
            create role anon nologin noinherit;
          end if;
        end $$
        """);
    for (String table : List.of("content_projects", "minds", "content_pieces")) {
      database.execute("grant all on public." + table + " to " + role);
    }
  }

  /** The statements that the refusal tells to run. */
  private static String wayOut(SchemaDatabase database) {
    AbstractThrowableAssert<?, ? extends Throwable> refusal =
        assertThatThrownBy(database::migrate)
            .hasMessageContaining("left of a mirror whose schema creatoros was dropped");
    Matcher told =
        Pattern.compile("then run: (drop table .*;) and then: creatoros migrate")
            .matcher(String.valueOf(refusal.actual().getMessage()));
    assertThat(told.find()).isTrue();
    return told.group(1);
  }

  @Test
  void migrateShouldStopWhenAColumnHasAnotherType() {
    try (SchemaDatabase database = SchemaDatabase.empty()) {
      database.execute("create table public.minds (id uuid primary key, slug integer)");

      assertThatThrownBy(database::migrate)
          .hasMessageContaining("public.minds.slug is there already, of type integer");
    }
  }
}
