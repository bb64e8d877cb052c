package io.creatoros.postgres.schema;

import io.creatoros.migrations.Migrations;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgres.testkit.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/** A database to make a schema in, and a person who looks at it. */
final class SchemaDatabase implements AutoCloseable {
  static final List<String> UNDOABLE =
      List.of("http_api", "security", "analytics", "projection", "typed_rows");

  private final TestDatabase database;
  private final Jdbi jdbi;

  private SchemaDatabase(TestDatabase database) {
    this.database = database;
    this.jdbi = Jdbi.create(dataSource());
  }

  static SchemaDatabase empty() {
    return new SchemaDatabase(TestPostgres.freshDatabase());
  }

  /** What there is of a database that another part of the tests made. */
  static SchemaDatabase of(TestDatabase database) {
    return new SchemaDatabase(database);
  }

  static SchemaDatabase migrated() {
    return new SchemaDatabase(TestPostgres.copyOf(Template.DATABASE));
  }

  /** One that has tables of an older model with rows in them. */
  static SchemaDatabase older(String model) {
    SchemaDatabase older = empty();
    older.script("/schema/" + model + ".sql");
    return older;
  }

  DataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.jdbcUrl());
    source.setUser(database.user());
    source.setPassword(database.password());
    return source;
  }

  List<String> migrate() {
    try {
      return Migrations.migrate(dataSource());
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Applies the first migrations only, as a tool does that pushes files. */
  void migrateTo(int count) {
    List<String> names = List.of("mirror_tables", "foreign_edits", "mirror_functions");
    for (int i = 0; i < count; i++) {
      script("/db/migration/" + Migrations.versions().get(i) + "_" + names.get(i) + ".sql");
    }
  }

  /** Takes back the newest migrations, down to the one that made the typed rows. */
  void rollBack() {
    List<String> versions = Migrations.versions();
    for (int i = 0; i < UNDOABLE.size(); i++) {
      String version = versions.get(versions.size() - 1 - i);
      script("/db/rollback/" + version + "_" + UNDOABLE.get(i) + ".down.sql");
    }
  }

  int execute(String sql, Object... arguments) {
    return jdbi.withHandle(handle -> handle.execute(sql, arguments));
  }

  List<String> strings(String sql, Object... arguments) {
    return jdbi.withHandle(handle -> handle.select(sql, arguments).mapTo(String.class).list());
  }

  /** What a statement shows a role; what it did is taken back. */
  List<String> as(String role, String sql) {
    return jdbi.withHandle(
        handle -> {
          handle.begin();
          try {
            handle.execute("set local role " + role);
            return handle.select(sql).mapTo(String.class).list();
          } finally {
            handle.rollback();
          }
        });
  }

  String string(String sql, Object... arguments) {
    return strings(sql, arguments).get(0);
  }

  @Override
  public void close() {
    database.close();
  }

  private void script(String resource) {
    try (InputStream in = SchemaDatabase.class.getResourceAsStream(resource)) {
      String sql =
          new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
      jdbi.useTransaction(
          handle -> {
            try (Statement statement = handle.getConnection().createStatement()) {
              statement.execute(sql);
            }
          });
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(resource + ": " + e.getMessage(), e);
    }
  }

  private static final class Template {
    static final TestDatabase DATABASE = migrated();

    private static TestDatabase migrated() {
      TestDatabase database = TestPostgres.freshDatabase();
      new SchemaDatabase(database).migrate();
      return database;
    }
  }
}
