package io.creatoros.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.migrations.Migrations;
import io.creatoros.migrations.SchemaState;
import io.creatoros.migrations.SchemaStatus;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgres.testkit.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PostgresSchemaTest {
  private static final List<String> FILES =
      List.of(
          "mirror_tables",
          "foreign_edits",
          "mirror_functions",
          "typed_rows",
          "projection",
          "analytics",
          "security",
          "http_api");

  private final TestDatabase database = TestPostgres.freshDatabase();
  private final Hand hand = new Hand(database);
  private final PostgresConfig config = MigratedDatabase.config(database);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void migrateShouldApplyEverythingOnceWhenDatabaseIsEmpty() {
    List<String> applied = PostgresSchema.migrate(config);
    List<String> again = PostgresSchema.migrate(config);

    assertThat(applied).isEqualTo(Migrations.versions());
    assertThat(again).isEmpty();
    assertThat(PostgresSchema.status(config))
        .isEqualTo(
            new SchemaStatus(new SchemaState.Current(), applied, List.of(), Migrations.expected()));
  }

  @Test
  void migrateShouldKeepIdentityAndRowsWhenAlreadyMigrated() {
    PostgresSchema.migrate(config);
    List<String> before = hand.query(String.class, "select identity from creatoros.mirror");

    PostgresSchema.migrate(config);

    assertThat(hand.query(String.class, "select identity from creatoros.mirror")).isEqualTo(before);
  }

  @Test
  void migrateShouldLeaveOtherTablesAloneWhenDatabaseIsInUse() {
    hand.execute("create table public.courses (id int)");
    hand.execute("insert into public.courses values (7)");

    PostgresSchema.migrate(config);

    assertThat(hand.query(Integer.class, "select id from public.courses")).containsExactly(7);
    assertThat(
            hand.query(
                String.class,
                "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where n.nspname = 'public' and c.relkind in ('r', 'S')"))
        .containsExactlyInAnyOrder(
            "courses",
            "content_projects",
            "content_project_members",
            "minds",
            "content_pieces",
            "course_metadata",
            "course_lessons",
            "market_research",
            "content_performance");
  }

  @Test
  void migrateShouldWorkForOwnerWithoutSuperuserRights() {
    String role = "plain_" + database.name();
    hand.execute("create role " + role + " login password 'pw'");
    hand.execute("alter database " + database.name() + " owner to " + role);
    PostgresConfig plain = config.withCredentials(role, "pw");

    PostgresSchema.migrate(plain);

    try (PostgresMirror mirror = PostgresMirror.open(plain)) {
      assertThat(mirror.courses()).isEmpty();
    }
  }

  @Test
  void migrateShouldTakeOverWhenAnotherToolPushedTheFiles() throws IOException, SQLException {
    push(FILES.size());
    assertThat(PostgresSchema.status(config).state()).isEqualTo(new SchemaState.Current());

    assertThat(PostgresSchema.migrate(config)).isEmpty();
    assertThat(PostgresSchema.migrate(config)).isEmpty();
  }

  @Test
  void migrateShouldApplyTheRestWhenAnotherToolPushedSomeFiles() throws IOException, SQLException {
    push(1);
    SchemaStatus before = PostgresSchema.status(config);
    List<String> later = Migrations.versions().subList(1, FILES.size());

    List<String> applied = PostgresSchema.migrate(config);

    assertThat(before.state()).isEqualTo(new SchemaState.Older(Migrations.versions().get(0)));
    assertThat(before.pending()).isEqualTo(later);
    assertThat(applied).isEqualTo(later);
    assertThat(PostgresSchema.status(config).state()).isEqualTo(new SchemaState.Current());
  }

  @Test
  void migrateShouldTakeOverWhenAnotherToolPushedMoreThanTheHistoryKnows() {
    PostgresSchema.migrate(config);
    hand.execute(
        "delete from creatoros.flyway_schema_history where version = ?", Migrations.expected());

    assertThat(PostgresSchema.migrate(config)).isEmpty();
    assertThat(PostgresSchema.status(config).state()).isEqualTo(new SchemaState.Current());
  }

  @Test
  void migrateShouldApplyOnceWhenSeveralCallAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Future<List<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      calls.add(threads.submit(() -> PostgresSchema.migrate(config)));
    }
    threads.shutdown();

    List<String> applied = new ArrayList<>();
    for (Future<List<String>> call : calls) {
      applied.addAll(result(call));
    }

    assertThat(applied).isEqualTo(Migrations.versions());
  }

  @Test
  void openShouldNameRemedyWhenSchemaIsMissing() {
    assertThatThrownBy(() -> PostgresMirror.open(config))
        .isInstanceOfSatisfying(
            StorageSchemaException.class, e -> isSchemaError(e, "not there", "creatoros migrate"));
  }

  @Test
  void openShouldNameRemedyWhenSchemaIsOlder() throws IOException, SQLException {
    push(2);

    assertThatThrownBy(() -> PostgresMirror.open(config))
        .isInstanceOfSatisfying(
            StorageSchemaException.class, e -> isSchemaError(e, "older", "creatoros migrate"));
  }

  @Test
  void openAndMigrateShouldRefuseWhenSchemaIsNewer() {
    PostgresSchema.migrate(config);
    hand.execute("insert into creatoros.schema_version (version) values ('29991231235959')");

    assertThatThrownBy(() -> PostgresMirror.open(config))
        .isInstanceOfSatisfying(
            StorageSchemaException.class, e -> isSchemaError(e, "newer", "upgrade creatoros"));
    assertThatThrownBy(() -> PostgresSchema.migrate(config))
        .isInstanceOfSatisfying(
            StorageSchemaException.class, e -> isSchemaError(e, "newer", "creatoros migrate"));
    assertThat(PostgresSchema.status(config).state())
        .isEqualTo(new SchemaState.Newer("29991231235959"));
  }

  @Test
  void schemaShouldExplainEveryTableColumnAndFunction() {
    PostgresSchema.migrate(config);

    assertThat(
            hand.query(
                String.class,
                """
                select c.relname || '.' || coalesce(a.attname, '')
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                  and n.nspname in ('creatoros', 'public')
                left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                where c.relkind = 'r' and c.relname <> 'flyway_schema_history'
                  and (obj_description(c.oid) is null or col_description(c.oid, a.attnum) is null)
                union all
                select p.proname from pg_proc p
                join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'creatoros'
                where obj_description(p.oid) is null and not exists (
                  select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
                """))
        .isEmpty();
  }

  private void push(int count) throws IOException, SQLException {
    for (int i = 0; i < count; i++) {
      String file = "/db/migration/" + Migrations.versions().get(i) + "_" + FILES.get(i) + ".sql";
      try (InputStream in = Migrations.class.getResourceAsStream(file)) {
        hand.script(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  private static void isSchemaError(StorageException e, String what, String remedy) {
    assertThat(e.code()).isEqualTo("DB_SCHEMA");
    assertThat(e).hasMessageContaining(what);
    assertThat(e.remedy().orElseThrow()).contains(remedy);
  }

  private static <T> T result(Future<T> call) throws InterruptedException {
    try {
      return call.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }
}
