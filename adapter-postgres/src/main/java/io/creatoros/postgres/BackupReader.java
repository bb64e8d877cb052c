package io.creatoros.postgres;

import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.migrations.Migrations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** Copies a backup into the mirror's tables, in one transaction. */
final class BackupReader {

  private static final int BUFFER = 1 << 16;

  /** Holds one row, the identity, from the beginning. */
  private static final String IDENTITY = "mirror";

  private final PostgresConfig config;
  private final boolean replace;

  BackupReader(PostgresConfig config, boolean replace) {
    this.config = config;
    this.replace = replace;
  }

  /**
   * @throws IOException if the file is no whole backup; then nothing was changed
   */
  BackupManifest read(Path file) throws IOException {
    try (ZipFile archive = new ZipFile(file.toFile())) {
      BackupManifest manifest = manifest(archive);
      requireVersion(manifest, file);
      try (Connection connection = Database.driver(config).getConnection()) {
        BackupWriter.requireSchema(config, connection);
        connection.setAutoCommit(false);
        connection.setNetworkTimeout(Runnable::run, 0);
        BackupWriter.requireEveryRow(connection);
        copyIn(connection, archive, manifest);
        connection.commit();
      }
      return manifest;
    } catch (SQLException e) {
      throw new SqlErrors(config.server()).translate("copy the backup in", e);
    }
  }

  private void copyIn(Connection connection, ZipFile archive, BackupManifest manifest)
      throws SQLException, IOException {
    MirrorTables tables = MirrorTables.of(connection);
    requireSameTables(tables, manifest, archive);
    List<MirrorTable> childrenFirst = new ArrayList<>(tables.all());
    Collections.reverse(childrenFirst);
    execute(connection, "select set_config('creatoros.writer', 'on', true)");
    for (MirrorTable table : childrenFirst) {
      execute(connection, table.lock());
    }
    if (!replace) {
      requireEmpty(connection, tables);
    }
    for (MirrorTable table : childrenFirst) {
      if (!table.shared()) {
        execute(connection, table.delete());
      }
    }
    CopyManager copy = new CopyManager(connection.unwrap(BaseConnection.class));
    for (MirrorTable table : tables.all()) {
      List<String> columns = manifest.columns().getOrDefault(table.name(), List.of());
      if (WaitingRows.MENDED.containsKey(table.name())) {
        execute(connection, table.createWaiting());
        copyTable(copy, MirrorTable.copyIn(table.waiting(), columns), table, archive, manifest);
        for (String mend : WaitingRows.MENDED.getOrDefault(table.name(), List.of())) {
          execute(connection, mend);
        }
        execute(connection, table.takeWaiting(columns));
      } else {
        copyTable(copy, MirrorTable.copyIn(table.quoted(), columns), table, archive, manifest);
      }
    }
    tables.advanceSequences(connection);
  }

  private static void copyTable(
      CopyManager copy, String sql, MirrorTable table, ZipFile archive, BackupManifest manifest)
      throws SQLException, IOException {
    String name = table.name();
    try (InputStream in = archive.getInputStream(archive.getEntry(BackupManifest.entry(name)))) {
      long rows = copy.copyIn(sql, in, BUFFER);
      if (rows != manifest.rows().getOrDefault(name, -1L)) {
        throw new IOException("it holds " + rows + " rows of " + name);
      }
    }
  }

  private static void requireSameTables(
      MirrorTables tables, BackupManifest manifest, ZipFile archive) throws IOException {
    if (!manifest.rows().keySet().equals(tables.names())) {
      throw new IOException("it holds other tables, " + manifest.rows().keySet());
    }
    for (MirrorTable table : tables.all()) {
      if (archive.getEntry(BackupManifest.entry(table.name())) == null) {
        throw new IOException("it lacks the table " + table.name());
      }
      requireColumns(table, manifest.columns().getOrDefault(table.name(), List.of()));
    }
  }

  private static void requireColumns(MirrorTable table, List<String> columns) {
    List<String> lacking = new ArrayList<>(columns);
    lacking.removeAll(table.columns());
    if (!lacking.isEmpty()) {
      throw new StorageRejectedException(
          "BACKUP_COLUMNS",
          "the backup holds columns of " + table.quoted() + " that are not here: " + lacking,
          "add them, as they are in the database that was backed up, then repeat");
    }
  }

  private void requireEmpty(Connection connection, MirrorTables tables) throws SQLException {
    for (MirrorTable table : tables.all()) {
      if (!table.shared() && !table.name().equals(IDENTITY) && holdsRows(connection, table)) {
        throw new StorageConflictException(
            "MIRROR_NOT_EMPTY",
            "PostgreSQL at " + config.server() + ": the mirror holds rows in " + table.name(),
            "creatoros db restore FILE --replace, if they may be dropped");
      }
    }
  }

  private static void requireVersion(BackupManifest manifest, Path file) {
    if (manifest.format() != BackupManifest.FORMAT
        || !manifest.version().equals(Migrations.expected())) {
      throw new StorageRejectedException(
          "BACKUP_VERSION",
          file
              + " has format "
              + manifest.format()
              + " and schema version "
              + manifest.version()
              + "; this program restores format "
              + BackupManifest.FORMAT
              + " and schema version "
              + Migrations.expected(),
          "restore it with the version of creatoros that wrote it, then: creatoros migrate");
    }
  }

  private static BackupManifest manifest(ZipFile archive) throws IOException {
    ZipEntry entry = archive.getEntry(BackupManifest.NAME);
    if (entry == null) {
      throw new IOException("it has no " + BackupManifest.NAME);
    }
    try (InputStream in = archive.getInputStream(entry)) {
      return BackupManifest.read(in);
    }
  }

  private static boolean holdsRows(Connection connection, MirrorTable table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(table.holdsRows())) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
