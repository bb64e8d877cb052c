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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    List<String> childrenFirst = new ArrayList<>(tables.names());
    Collections.reverse(childrenFirst);
    execute(connection, "select set_config('creatoros.writer', 'on', true)");
    for (String table : childrenFirst) {
      execute(connection, "lock table " + MirrorTables.quoted(table) + " in exclusive mode");
    }
    if (!replace) {
      requireEmpty(connection, tables);
    }
    for (String table : childrenFirst) {
      execute(connection, "delete from " + MirrorTables.quoted(table));
    }
    CopyManager copy = new CopyManager(connection.unwrap(BaseConnection.class));
    for (String table : tables.names()) {
      copyTable(copy, tables.target(table), table, archive, manifest);
    }
    MirrorTables.advanceSequences(connection);
  }

  private static void copyTable(
      CopyManager copy, String target, String table, ZipFile archive, BackupManifest manifest)
      throws SQLException, IOException {
    try (InputStream in = archive.getInputStream(archive.getEntry(BackupManifest.entry(table)))) {
      long rows = copy.copyIn("copy " + target + " from stdin (format binary)", in, BUFFER);
      if (rows != manifest.rows().getOrDefault(table, -1L)) {
        throw new IOException("it holds " + rows + " rows of " + table);
      }
    }
  }

  private static void requireSameTables(
      MirrorTables tables, BackupManifest manifest, ZipFile archive) throws IOException {
    Set<String> expected = new HashSet<>(tables.names());
    if (!manifest.rows().keySet().equals(expected)) {
      throw new IOException("it holds other tables, " + manifest.rows().keySet());
    }
    for (String table : expected) {
      if (archive.getEntry(BackupManifest.entry(table)) == null) {
        throw new IOException("it lacks the table " + table);
      }
    }
  }

  private void requireEmpty(Connection connection, MirrorTables tables) throws SQLException {
    for (String table : tables.names()) {
      if (!table.equals(IDENTITY) && holdsRows(connection, table)) {
        throw new StorageConflictException(
            "MIRROR_NOT_EMPTY",
            "PostgreSQL at " + config.server() + ": the mirror holds rows in " + table,
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

  private static boolean holdsRows(Connection connection, String table) throws SQLException {
    String sql = "select exists (select from " + MirrorTables.quoted(table) + ")";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
