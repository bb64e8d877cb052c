package io.creatoros.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgres.testkit.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBackupTest {

  private static final String FILL =
      """
      select creatoros.upload('default', 'coffee', array[sha256('beans')], array[0], array['beans'::bytea]);
      insert into creatoros.foreign_edits (course_id, table_name, operation) values (1, 'files', 'UPDATE')
      """;
  private static final String CONTENTS =
      "select encode(sha256, 'hex'), part, encode(bytes, 'escape') from creatoros.contents";
  private static final String EDITS = "select count(*) from creatoros.foreign_edits";

  private final TestDatabase source = MigratedDatabase.fresh();
  private final TestDatabase target = MigratedDatabase.fresh();
  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void fillTheSource() {
    file = folder.resolve("mirror.zip");
    run(source, FILL);
  }

  @Test
  void restoreShouldMakeTheMirrorTheOneThatWasBackedUp() {
    PostgresBackup written = PostgresBackup.write(config(source), file);

    PostgresBackup restored = PostgresBackup.restore(config(target), file, false);

    assertThat(restored).isEqualTo(written);
    assertThat(written.rows()).containsEntry("contents", 1L).containsEntry("courses", 1L);
    assertThat(rows(target, CONTENTS)).isEqualTo(rows(source, CONTENTS));
    assertThat(rows(target, "select identity from creatoros.mirror"))
        .isEqualTo(rows(source, "select identity from creatoros.mirror"));
    assertThat(rows(target, EDITS)).isEqualTo(List.of(List.of(Optional.of("1"))));
  }

  @Test
  void restoreShouldBeRefusedUntilReplacingWhenTheMirrorHoldsRows() {
    PostgresBackup.write(config(source), file);
    run(target, FILL.replace("coffee", "tea"));

    assertThatThrownBy(() -> PostgresBackup.restore(config(target), file, false))
        .isInstanceOf(StorageConflictException.class)
        .hasMessageContaining("holds rows");
    PostgresBackup.restore(config(target), file, true);

    assertThat(rows(target, "select path from creatoros.courses"))
        .isEqualTo(List.of(List.of(Optional.of("coffee"))));
  }

  @Test
  void restoreShouldLetNumbersGoOnWhenTheMirrorHadHigherOnes() {
    PostgresBackup.write(config(source), file);
    run(source, FILL.replace("coffee", "tea"));

    PostgresBackup.restore(config(source), file, true);
    run(source, FILL.replace("coffee", "milk"));

    assertThat(rows(source, "select max(id) from creatoros.foreign_edits"))
        .isEqualTo(List.of(List.of(Optional.of("3"))));
  }

  @Test
  void restoreShouldChangeNothingWhenTheFileIsCutShort() throws IOException {
    PostgresBackup.write(config(source), file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));

    assertRefused(CorruptRecordException.class, "no whole backup");
  }

  @Test
  void restoreShouldChangeNothingWhenATableLacksRows() throws IOException {
    PostgresBackup.write(config(source), file);
    edit("manifest.json", text -> text.replace("\"contents\" : 1", "\"contents\" : 2"));

    assertRefused(CorruptRecordException.class, "1 rows of contents");
  }

  @Test
  void restoreShouldChangeNothingWhenAColumnIsDamaged() throws IOException {
    PostgresBackup.write(config(source), file);
    edit("contents.copy", text -> text.substring(0, text.length() - 3));

    assertRefused(StorageException.class, "copy the backup in");
  }

  @Test
  void restoreShouldNameBothVersionsWhenTheBackupIsOfAnother() throws IOException {
    PostgresBackup.write(config(source), file);
    edit("manifest.json", text -> text.replaceFirst("2026\\d+", "20200101000000"));

    assertRefused(StorageRejectedException.class, "20200101000000");
  }

  @Test
  void restoreShouldSayWhenThereIsNoFile() {
    assertRefused(StorageRejectedException.class, "there is no file");
  }

  @Test
  void writeShouldKeepTheOldFileWhenTheDatabaseHasNoSchema() throws IOException {
    Files.writeString(file, "old");

    assertThatThrownBy(() -> PostgresBackup.write(config(TestPostgres.freshDatabase()), file))
        .isInstanceOf(StorageSchemaException.class);
    assertThat(file).hasContent("old");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void writeShouldNameTheFileWhenItsFolderIsNotThere() {
    Path absent = folder.resolve("absent/mirror.zip");

    assertThatThrownBy(() -> PostgresBackup.write(config(source), absent))
        .isInstanceOf(StorageRejectedException.class)
        .hasMessageContaining(absent.toString());
  }

  private void assertRefused(Class<? extends StorageException> type, String message) {
    String identity = "select identity from creatoros.mirror";
    var before = rows(target, identity);

    assertThatThrownBy(() -> PostgresBackup.restore(config(target), file, true))
        .isInstanceOf(type)
        .hasMessageContaining(message);

    assertThat(rows(target, identity)).isEqualTo(before);
    assertThat(rows(target, CONTENTS)).isEmpty();
  }

  private interface Edit {
    String apply(String text);
  }

  /** Edits an entry of the archive, taken as single bytes. */
  private void edit(String name, Edit edit) throws IOException {
    try (FileSystem archive = FileSystems.newFileSystem(file)) {
      Path entry = archive.getPath(name);
      String text = Files.readString(entry, StandardCharsets.ISO_8859_1);
      Files.writeString(entry, edit.apply(text), StandardCharsets.ISO_8859_1);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static PostgresConfig config(TestDatabase database) {
    return MigratedDatabase.config(database);
  }

  private static void run(TestDatabase database, String sql) {
    PostgresQuery.run(config(database), sql, 10);
  }

  private static List<List<Optional<String>>> rows(TestDatabase database, String sql) {
    return PostgresQuery.run(config(database), sql, 100).rows();
  }
}
