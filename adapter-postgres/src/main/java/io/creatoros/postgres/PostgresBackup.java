package io.creatoros.postgres;

import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.migrations.Migrations;
import io.creatoros.migrations.SchemaState;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * The whole mirror in one file, by COPY, without PostgreSQL's own programs: a ZIP archive with a
 * binary COPY stream for each table and a {@code manifest.json}. Memory does not grow with it.
 *
 * @param version the schema's version
 * @param identity the mirror's identity
 * @param rows how many rows each table has, by table
 * @param bytes the size of the file
 */
public record PostgresBackup(String version, String identity, Map<String, Long> rows, long bytes) {

  private static final String MANIFEST = "manifest.json";
  private static final String COPY = ".copy";

  public PostgresBackup {
    rows = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(rows));
  }

  /**
   * Writes all projects as they are at one instant. The file is replaced at the end: it is the old
   * one or the new one, whole.
   *
   * @throws StorageException if the database cannot be reached, has another schema, or the file
   *     cannot be written
   */
  public static PostgresBackup write(PostgresConfig config, Path file) {
    Path target = file.toAbsolutePath();
    try {
      Path temporary =
          Files.createTempFile(target.getParent(), "." + target.getFileName() + ".", ".tmp");
      try {
        BackupManifest manifest = copyOut(config, temporary);
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return of(manifest, target);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new StorageRejectedException(
          "BACKUP_NOT_WRITTEN",
          "the backup cannot be written to " + file + ": " + e,
          "name a file in a folder that you may write: creatoros db backup FILE",
          e);
    }
  }

  /**
   * Reads a backup, which must be of the schema's version. All or nothing, in one transaction; not
   * recorded as an edit by hand. The mirror then has the identity of the one backed up, so that
   * workspaces recognise it.
   *
   * @param replace whether to drop what the mirror holds; otherwise it has to be empty
   * @throws StorageConflictException with code {@code MIRROR_NOT_EMPTY} if it is not
   * @throws CorruptRecordException with code {@code BACKUP_BROKEN} if the file is no whole backup
   */
  public static PostgresBackup restore(PostgresConfig config, Path file, boolean replace) {
    try (ZipFile archive = new ZipFile(file.toFile())) {
      BackupManifest manifest = manifest(archive);
      requireVersion(manifest, file);
      copyIn(config, archive, manifest, replace);
      return of(manifest, file);
    } catch (ZipException e) {
      throw broken(file, e);
    } catch (java.nio.file.NoSuchFileException | java.io.FileNotFoundException e) {
      throw new StorageRejectedException(
          "BACKUP_NOT_READ",
          "there is no file " + file,
          "name a file that was written by: creatoros db backup FILE",
          e);
    } catch (IOException e) {
      throw broken(file, e);
    }
  }

  private static PostgresBackup of(BackupManifest manifest, Path file) throws IOException {
    return new PostgresBackup(
        manifest.version(), manifest.identity(), manifest.rows(), Files.size(file));
  }

  private static BackupManifest copyOut(PostgresConfig config, Path file) throws IOException {
    try (Connection connection = Database.driver(config).getConnection();
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        ZipOutputStream archive = new ZipOutputStream(out)) {
      requireSchema(config, connection);
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setNetworkTimeout(Runnable::run, 0);
      archive.setLevel(Deflater.BEST_SPEED);
      BackupManifest manifest =
          new BackupManifest(
              BackupManifest.FORMAT,
              Migrations.expected(),
              identity(connection),
              copyTables(connection, archive));
      archive.putNextEntry(new ZipEntry(MANIFEST));
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

  private static Map<String, Long> copyTables(Connection connection, ZipOutputStream archive)
      throws SQLException, IOException {
    MirrorTables tables = MirrorTables.of(connection);
    CopyManager copy = new CopyManager(connection.unwrap(BaseConnection.class));
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String table : tables.names()) {
      archive.putNextEntry(new ZipEntry(table + COPY));
      rows.put(
          table,
          copy.copyOut("copy " + tables.target(table) + " to stdout (format binary)", archive));
      archive.closeEntry();
    }
    return rows;
  }

  private static void copyIn(
      PostgresConfig config, ZipFile archive, BackupManifest manifest, boolean replace)
      throws IOException {
    try (Connection connection = Database.driver(config).getConnection()) {
      requireSchema(config, connection);
      connection.setAutoCommit(false);
      connection.setNetworkTimeout(Runnable::run, 0);
      execute(connection, "select set_config('creatoros.writer', 'on', true)");
      MirrorTables tables = MirrorTables.of(connection);
      requireSameTables(tables, manifest, archive);
      for (String table : reversed(tables.names())) {
        execute(connection, "lock table " + MirrorTables.quoted(table) + " in exclusive mode");
      }
      if (!replace) {
        requireEmpty(config, connection, tables);
      }
      for (String table : reversed(tables.names())) {
        execute(connection, "delete from " + MirrorTables.quoted(table));
      }
      CopyManager copy = new CopyManager(connection.unwrap(BaseConnection.class));
      for (String table : tables.names()) {
        copyTable(copy, tables, table, archive, manifest);
      }
      MirrorTables.advanceSequences(connection);
      connection.commit();
    } catch (SQLException e) {
      throw new SqlErrors(config.server()).translate("copy the backup in", e);
    }
  }

  private static void copyTable(
      CopyManager copy, MirrorTables tables, String table, ZipFile archive, BackupManifest manifest)
      throws SQLException, IOException {
    try (InputStream in = archive.getInputStream(archive.getEntry(table + COPY))) {
      long rows =
          copy.copyIn("copy " + tables.target(table) + " from stdin (format binary)", in, 1 << 16);
      if (rows != manifest.rows().getOrDefault(table, -1L)) {
        throw new IOException("table " + table + " has " + rows + " rows");
      }
    }
  }

  private static void requireSameTables(
      MirrorTables tables, BackupManifest manifest, ZipFile archive) throws IOException {
    Set<String> expected = new HashSet<>(tables.names());
    if (!manifest.rows().keySet().equals(expected)) {
      throw new IOException("it holds the tables " + manifest.rows().keySet());
    }
    for (String table : expected) {
      if (archive.getEntry(table + COPY) == null) {
        throw new IOException("it lacks the table " + table);
      }
    }
  }

  private static void requireEmpty(
      PostgresConfig config, Connection connection, MirrorTables tables) throws SQLException {
    for (String table : tables.names()) {
      boolean identity = table.equals("mirror");
      if (!identity
          && exists(connection, "select exists (select from " + MirrorTables.quoted(table) + ")")) {
        throw new StorageConflictException(
            "MIRROR_NOT_EMPTY",
            "PostgreSQL at " + config.server() + ": the mirror holds rows in " + table,
            "creatoros db restore FILE --replace, if they may be dropped");
      }
    }
  }

  private static void requireSchema(PostgresConfig config, Connection connection)
      throws SQLException {
    SchemaState state = Migrations.check(connection);
    if (!(state instanceof SchemaState.Current)) {
      throw new SqlErrors(config.server())
          .schema("the schema is not at version " + Migrations.expected(), "creatoros migrate");
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
    ZipEntry entry = archive.getEntry(MANIFEST);
    if (entry == null) {
      throw new IOException("it has no " + MANIFEST);
    }
    try (InputStream in = archive.getInputStream(entry)) {
      return BackupManifest.read(in);
    }
  }

  private static String identity(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select identity from creatoros.mirror")) {
      return row.next() ? row.getString(1) : "";
    }
  }

  private static boolean exists(Connection connection, String sql) throws SQLException {
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

  private static List<String> reversed(List<String> names) {
    List<String> reversed = new java.util.ArrayList<>(names);
    java.util.Collections.reverse(reversed);
    return reversed;
  }

  private static CorruptRecordException broken(Path file, IOException cause) {
    return new CorruptRecordException(
        "BACKUP_BROKEN",
        file + " is no whole backup: " + cause.getMessage() + "; nothing was restored",
        "name another file that was written by: creatoros db backup FILE",
        cause);
  }
}
