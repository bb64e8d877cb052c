package io.creatoros.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.migrations.Migrations;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Going back to the schema without typed rows, and forward again. */
final class RollbackTest {
  private static final String FUNCTIONS =
      """
      select p.oid::regprocedure || md5(p.prosrc) || obj_description(p.oid) from pg_proc p
      where p.pronamespace = 'creatoros'::regnamespace order by 1
      """;

  @Test
  void rollBackShouldLeaveBytesAndTakeEverythingElseAway() throws SQLException {
    try (SchemaDatabase database = SchemaDatabase.migrated()) {
      TypedCourse course = new TypedCourse(database, "curso").lesson("a.md", "Olá");
      course.commit();

      database.rollBack();

      assertThat(database.strings("select path from creatoros.files")).containsExactly("a.md");
      assertThat(database.strings("select projection_version::text from creatoros.courses"))
          .containsExactly("0");
      assertThat(
              database.strings(
                  "select relname from pg_class where relnamespace = 'public'::regnamespace"))
          .isEmpty();
      assertThat(database.strings("select extname from pg_extension where extname = 'unaccent'"))
          .isEmpty();
      assertThat(Migrations.status(database.dataSource()).pending())
          .isEqualTo(Migrations.versions().subList(3, Migrations.versions().size()));
    }
  }

  @Test
  void rollBackShouldRestoreTheFunctionsThatWereReplaced() {
    try (SchemaDatabase database = SchemaDatabase.migrated();
        SchemaDatabase former = SchemaDatabase.empty()) {
      former.migrateTo(3);

      database.rollBack();

      assertThat(database.strings(FUNCTIONS)).isEqualTo(former.strings(FUNCTIONS)).isNotEmpty();
    }
  }

  @Test
  void migrateShouldBringTypedRowsBackWhenRolledBack() {
    try (SchemaDatabase database = SchemaDatabase.migrated()) {
      TypedCourse course = new TypedCourse(database, "curso").lesson("a.md", "Olá");
      course.commit();
      database.rollBack();

      database.migrate();
      course.project();

      assertThat(database.strings("select content_markdown from public.course_lessons"))
          .containsExactly("Olá");
    }
  }
}
