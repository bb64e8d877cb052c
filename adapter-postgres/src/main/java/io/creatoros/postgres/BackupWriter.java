package io.creatoros.postgres;

import io.creatoros.migrations.Migrations;
import io.creatoros.migrations.SchemaState;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** Copies the mirror's tables out, all at one instant. */
final class BackupWriter {

  private static final int BUFFER = 1 << 16;

  private final PostgresConfig config;

  BackupWriter(PostgresConfig config) {
    this.config = config;
  }

  /** Fills an existing file; it is durable when this returns. */
  BackupManifest write(Path file) throws IOException {
    try (Connection connection = Database.driver(config).getConnection();
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
        ZipOutputStream archive = new ZipOutputStream(out)) {
      requireSchema(config, connection);
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      requireEveryRow(connection);
      connection.setNetworkTimeout(Runnable::run, 0);
      archive.setLevel(Deflater.BEST_SPEED);
      MirrorTables tables = MirrorTables.of(connection);
      BackupManifest manifest =
          new BackupManifest(
              BackupManifest.FORMAT,
              Migrations.expected(),
              identity(connection),
              copyTables(connection, tables, archive),
              columns(tables));
      archive.putNextEntry(new ZipEntry(BackupManifest.NAME));
      manifest.write(archive);
      archive.closeEntry();
      archive.finish();
      out.flush();
      channel.force(true);
      return manifest;
    } catch (SQLException e) {
      throw new SqlErrors(config.server()).translate("copy the mirror out", e);
    }
  }

  private static Map<String, Long> copyTables(
      Connection connection, MirrorTables tables, ZipOutputStream archive)
      throws SQLException, IOException {
    CopyManager copy = new CopyManager(connection.unwrap(BaseConnection.class));
    Map<String, Long> rows = new LinkedHashMap<>();
    for (MirrorTable table : tables.all()) {
      archive.putNextEntry(new ZipEntry(BackupManifest.entry(table.name())));
      rows.put(table.name(), copy.copyOut(table.copyOut(), archive));
      archive.closeEntry();
    }
    return rows;
  }

  private static Map<String, List<String>> columns(MirrorTables tables) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    tables.all().forEach(table -> columns.put(table.name(), table.columns()));
    return columns;
  }

  private static String identity(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select identity from creatoros.mirror")) {
      return row.next() ? row.getString(1) : "";
    }
  }

  /** Whoever is not shown all rows of a table is refused, until the transaction ends. */
  static void requireEveryRow(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local row_security = off");
    }
  }

  static void requireSchema(PostgresConfig config, Connection connection) throws SQLException {
    SchemaState state = Migrations.check(connection);
    if (!(state instanceof SchemaState.Current)) {
      throw new SqlErrors(config.server())
          .schema("the schema is not at version " + Migrations.expected(), "creatoros migrate");
    }
  }
}
