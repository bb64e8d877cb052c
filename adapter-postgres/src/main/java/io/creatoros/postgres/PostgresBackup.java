package io.creatoros.postgres;

import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageRejectedException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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

  public PostgresBackup {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
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
        BackupManifest manifest = new BackupWriter(config).write(temporary);
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
    try {
      return of(new BackupReader(config, replace).read(file), file);
    } catch (NoSuchFileException | FileNotFoundException e) {
      throw new StorageRejectedException(
          "BACKUP_NOT_READ",
          "there is no file " + file,
          "name a file that was written by: creatoros db backup FILE",
          e);
    } catch (IOException e) {
      throw new CorruptRecordException(
          "BACKUP_BROKEN",
          file + " is no whole backup: " + e.getMessage() + "; nothing was restored",
          "name another file that was written by: creatoros db backup FILE",
          e);
    }
  }

  private static PostgresBackup of(BackupManifest manifest, Path file) throws IOException {
    return new PostgresBackup(
        manifest.version(), manifest.identity(), manifest.rows(), Files.size(file));
  }
}
