package io.creatoros.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.TypedRows;
import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.storage.StoragePermissionException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.postgres.testkit.SupabaseLike;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgres.testkit.TestPostgres;
import io.creatoros.testkit.TypedCourse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Typed rows in backups, in a database where others keep rows in the same tables. */
final class TypedRowsBackupTest {
  private static final CourseId COFFEE = new CourseId("coffee");
  private static final String PIECES =
      "select p.id || p.title from public.content_pieces p order by 1";
  private static final String LESSONS =
      "select l.id || l.content_markdown || l.search::text || l.created_at from"
          + " public.course_lessons l";
  private static final String PERFORMANCE =
      "select p.id || ' ' || p.views from public.content_performance p";
  private static final String PERSONA =
      """
      select m.slug from public.content_pieces p
      join public.minds m on m.id = p.persona_mind_id
      join public.content_projects w on w.id = m.project_id and w.id = p.project_id
      where w.slug = 'default'
      """;

  private final TestDatabase source = MigratedDatabase.fresh();
  private final TestDatabase target = MigratedDatabase.fresh();
  private final Hand there = new Hand(source);
  private final Hand here = new Hand(target);
  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void fillTheSource() {
    file = folder.resolve("mirror.zip");
    commit(source, COFFEE.path());
    there.execute(
        """
        insert into public.content_performance (course_id, content_piece_id, views)
        select p.course_id, p.id, 77 from public.content_pieces p
        """);
  }

  @AfterEach
  void close() {
    source.close();
    target.close();
  }

  @Test
  void restoreShouldBringBackMembersAndLeaveThoseThatAreThere() {
    String members =
        "select p.slug || ' ' || m.database_role || ' ' || m.role from"
            + " public.content_project_members m"
            + " join public.content_projects p on p.id = m.project_id order by 1";
    addMember(there, "default", "owner");
    addMember(there, "without courses", "viewer");
    addMember(here, "default", "editor");
    addMember(here, "elsewhere", "owner");
    PostgresBackup.write(config(source), file);

    PostgresBackup.restore(config(target), file, true);

    assertThat(texts(here, members))
        .containsExactly(
            "default creatoros_writer editor",
            "elsewhere creatoros_writer owner",
            "without courses creatoros_writer viewer");
  }

  @Test
  void backupShouldFailWhenTheRoleIsNotShownEveryRow() {
    addMember(there, "default", "owner");
    TestDatabase writer = SupabaseLike.asWriter(source, "creatoros_writer");

    assertThatThrownBy(() -> PostgresBackup.write(config(writer), file))
        .isInstanceOf(StoragePermissionException.class)
        .hasMessageContaining("row-level security");
  }

  private static void addMember(Hand hand, String project, String role) {
    hand.query(
        String.class, "select creatoros.set_member(?, null, 'creatoros_writer', ?)", project, role);
  }

  @Test
  void restoreShouldBringBackRowsWithTheirIdsAndWhatLearnersDid() {
    PostgresBackup written = PostgresBackup.write(config(source), file);

    PostgresBackup restored = PostgresBackup.restore(config(target), file, false);

    assertThat(restored).isEqualTo(written);
    assertThat(written.rows())
        .containsEntry("content_pieces", 1L)
        .containsEntry("course_lessons", 1L)
        .containsEntry("content_performance", 1L)
        .doesNotContainKey("undo_steps");
    for (String sql :
        List.of(PIECES, LESSONS, PERFORMANCE, PERSONA, "select id from public.minds")) {
      assertThat(texts(here, sql)).hasSize(1).isEqualTo(texts(there, sql));
    }
    assertThat(rows(target, COFFEE)).isEqualTo(rows(source, COFFEE));
    assertThat(here.count("creatoros.foreign_edits")).isZero();
  }

  @Test
  void writeShouldLeaveOutWhatIsNotTheMirrors() {
    try (TestDatabase shared = databaseInUse()) {
      commit(shared, "tea");

      PostgresBackup written = PostgresBackup.write(config(shared), file);

      assertThat(written.rows())
          .containsEntry("content_projects", 1L)
          .containsEntry("minds", 1L)
          .containsEntry("content_pieces", 1L);
    }
  }

  @Test
  void restoreShouldReplaceTheMirrorsRowsAndKeepThoseOfOthers() {
    PostgresBackup.write(config(source), file);
    try (TestDatabase shared = databaseInUse()) {
      Hand hand = new Hand(shared);
      commit(shared, "tea");

      assertThatThrownBy(() -> PostgresBackup.restore(config(shared), file, false))
          .isInstanceOf(StorageConflictException.class);
      PostgresBackup.restore(config(shared), file, true);

      assertThat(texts(hand, "select title from public.content_pieces order by 1"))
          .containsExactly("coffee", "their other post", "their post");
      assertThat(texts(hand, "select slug from public.content_projects order by 1"))
          .containsExactly("default", "theirs");
      assertThat(texts(hand, PERSONA)).containsExactly("ana");
      assertThat(rows(shared, COFFEE)).isEqualTo(rows(source, COFFEE));
    }
  }

  @Test
  void restoreShouldReferToAPersonaThatAllProjectsShare() {
    PostgresBackup.write(config(source), file);
    here.execute("alter table public.minds add unique (slug)");
    here.execute("insert into public.minds (slug, name) values ('ana', 'Ana of all')");

    PostgresBackup.restore(config(target), file, false);

    assertThat(texts(here, "select name from public.minds")).containsExactly("Ana of all");
    assertThat(texts(here, "select persona_name from public.course_statistics"))
        .containsExactly("Ana of all");
    try (PostgresMirror mirror = PostgresMirror.open(config(target))) {
      assertThat(mirror.queries().withPersona("ana")).hasSize(1);
    }
  }

  @Test
  void restoreShouldBeRefusedWhenOnlyTypedRowsAreThere() {
    PostgresBackup.write(config(source), file);
    commit(target, "tea");
    here.execute("delete from creatoros.files");
    here.execute("delete from creatoros.contents");

    assertThatThrownBy(() -> PostgresBackup.restore(config(target), file, false))
        .hasMessageContaining("holds rows");
  }

  @Test
  void restoreShouldNameColumnsThatOnlyTheBackedUpDatabaseHas() {
    there.execute("alter table public.content_pieces add column mood text");
    PostgresBackup.write(config(source), file);

    assertThatThrownBy(() -> PostgresBackup.restore(config(target), file, false))
        .isInstanceOfSatisfying(
            StorageRejectedException.class,
            failure -> assertThat(failure.code()).isEqualTo("BACKUP_COLUMNS"))
        .hasMessageContaining("public.\"content_pieces\"")
        .hasMessageContaining("mood");
  }

  private static void commit(TestDatabase database, String course) {
    try (PostgresMirror mirror = PostgresMirror.open(config(database))) {
      new TypedCourse(course)
          .piece("persona", "ana")
          .lesson("1.md", "grãos", Map.of("gps_score", 1))
          .research("market_analysis", "# Mercado")
          .commit(mirror);
    }
  }

  /** Somebody keeps posts there already: in a project of their own, and in one named as ours. */
  private static TestDatabase databaseInUse() {
    TestDatabase database = TestPostgres.freshDatabase();
    Hand hand = new Hand(database);
    hand.execute(
        """
        create table public.content_projects (
          id uuid primary key default gen_random_uuid(), slug text unique, name text not null)
        """);
    hand.execute(
        """
        create table public.content_pieces (
          id uuid primary key default gen_random_uuid(),
          project_id uuid not null references public.content_projects (id),
          type text not null, title text not null, unique (project_id, title))
        """);
    hand.execute(
        """
        insert into public.content_projects (slug, name)
        values ('default', 'Ours'), ('theirs', 'Theirs')
        """);
    hand.execute(
        """
        insert into public.content_pieces (project_id, type, title)
        select w.id, 'blog', case w.slug when 'theirs' then 'their post' else 'their other post' end
        from public.content_projects w
        """);
    PostgresSchema.migrate(config(database));
    return database;
  }

  private static TypedRows rows(TestDatabase database, CourseId course) {
    try (PostgresMirror mirror = PostgresMirror.open(config(database))) {
      return mirror.rows(course);
    }
  }

  private static List<String> texts(Hand hand, String sql) {
    return hand.query(String.class, sql);
  }

  private static PostgresConfig config(TestDatabase database) {
    return MigratedDatabase.config(database);
  }
}
