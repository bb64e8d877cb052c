package io.creatoros.filesystem;

import static io.creatoros.filesystem.TempWorkspace.COURSE;
import static io.creatoros.filesystem.TempWorkspace.hash;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.Sha256;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatCacheTest {

  private static final long DEVICE = 7;
  private static final FileClock LATER = () -> Long.MAX_VALUE;

  @TempDir private Path temporary;

  @ParameterizedTest
  @CsvSource({
    "1000000005, 1000000004, 1000000006, true",
    "1000000005, 1000000005, 1000000006, true",
    "1000000006, 1000000005, 1000000006, false",
    "1000000005, 1000000006, 1000000006, false",
    "1000000007, 1000000005, 1000000006, false",
    "1000000000, 1000000000, 2000000000, false",
    "1000000000, 1000000000, 3000000000, false",
    "1000000000, 1000000000, 4000000000, true",
  })
  void rememberShouldKeepOnlyFilesOlderThanTheMoment(
      long modified, long changed, long moment, boolean kept) {
    StatCache cache = new StatCache(Map.of(), DEVICE);
    FileStat stat = stat(modified, changed, DEVICE);

    cache.remember(entry(), stat, moment);

    assertThat(cache.remembered().containsKey("a.md")).isEqualTo(kept);
    assertThat(cache.isChanged()).isEqualTo(kept);
  }

  @Test
  void rememberShouldKeepNothingWhenTimeIsUnknownOrOfAnotherDevice() {
    StatCache cache = new StatCache(Map.of(), DEVICE);

    cache.remember(entry(), stat(1, 1, DEVICE), FileClock.UNKNOWN);
    cache.remember(entry(), stat(1, 1, DEVICE + 1), Long.MAX_VALUE);

    assertThat(cache.remembered()).isEmpty();
  }

  @Test
  void scanShouldSeeAnEditThatRestoresSizeAndTime() throws IOException {
    TempWorkspace disk = TempWorkspace.in(temporary);
    Path file = disk.write("curso/a.md", "first");
    FileTime time = Files.getLastModifiedTime(file);
    CourseFolders folders = disk.folders(LATER);
    folders.scan(COURSE, Evidence.RECORDED);
    long changed = FileStat.of(file).changed();

    do {
      try (RandomAccessFile inPlace = new RandomAccessFile(file.toFile(), "rw")) {
        inPlace.writeBytes("f1rst");
      }
      Files.setLastModifiedTime(file, time);
    } while (FileStat.of(file).changed() == changed);

    assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
    assertThat(found(folders)).isEqualTo(hash("f1rst"));
    assertThat(found(disk.folders(LATER))).isEqualTo(hash("f1rst"));
  }

  @Test
  void scanShouldSeeAnEditWithinTheResolutionOfTheClock() throws IOException {
    TempWorkspace disk = TempWorkspace.in(temporary);
    Path file = disk.write("curso/a.md", "edit 100");
    CourseFolders folders = disk.folders();

    for (int i = 101; i < 400; i++) {
      folders.scan(COURSE, Evidence.RECORDED);
      try (RandomAccessFile inPlace = new RandomAccessFile(file.toFile(), "rw")) {
        inPlace.writeBytes("edit " + i);
      }

      assertThat(found(folders)).isEqualTo(hash("edit " + i));
    }
  }

  @Test
  void scanShouldSeeAFileThatAnotherReplaced() throws IOException {
    TempWorkspace disk = TempWorkspace.in(temporary);
    Path file = disk.write("curso/a.md", "first");
    CourseFolders folders = disk.folders(LATER);
    folders.scan(COURSE, Evidence.RECORDED);

    Path other = disk.write("other.md", "f1rst");
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
    Files.delete(file);
    Files.move(other, file);

    assertThat(found(folders)).isEqualTo(hash("f1rst"));
  }

  @ParameterizedTest
  @CsvSource({"0", "3", "20", "60", "-1", "-20"})
  void scanShouldGoOnWhenTheIndexIsDamaged(int at) throws IOException {
    TempWorkspace disk = TempWorkspace.in(temporary);
    disk.write("curso/a.md", "first");
    disk.folders(LATER).scan(COURSE, Evidence.RECORDED);
    Path index = StateFolder.of(disk.root()).index(COURSE);
    byte[] bytes = Files.readAllBytes(index);
    bytes[at < 0 ? bytes.length + at : at] ^= 1;
    Files.write(index, bytes);

    assertThat(found(disk.folders())).isEqualTo(hash("first"));
    Files.write(index, new byte[0]);
    assertThat(found(disk.folders())).isEqualTo(hash("first"));
    Files.delete(index);
    assertThat(found(disk.folders())).isEqualTo(hash("first"));
  }

  @Test
  void scanShouldWriteTheIndexOnlyWhenSomethingChanged() throws IOException {
    TempWorkspace disk = TempWorkspace.in(temporary);
    disk.write("curso/a.md", "first");
    disk.write("curso/introduc\u0327a\u0303o.md", "x");
    Path index = StateFolder.of(disk.root()).index(COURSE);
    disk.folders(LATER).scan(COURSE, Evidence.RECORDED);
    long inode = FileStat.of(index).inode();

    disk.folders(LATER).scan(COURSE, Evidence.RECORDED);

    assertThat(FileStat.of(index).inode()).isEqualTo(inode);
    Files.delete(disk.file("curso/a.md"));
    disk.folders(LATER).scan(COURSE, Evidence.RECORDED);
    assertThat(new IndexFiles(StateFolder.of(disk.root())).load(COURSE))
        .containsOnlyKeys("introduc\u0327a\u0303o.md");
  }

  private static Sha256 found(CourseFolders folders) {
    return folders
        .scan(COURSE, Evidence.RECORDED)
        .manifest()
        .entries()
        .get(new ArtifactPath("a.md"))
        .hash();
  }

  private static FileStat stat(long modified, long changed, long device) {
    return new FileStat(FileStat.Kind.FILE, 1, modified, changed, 1, device, 0);
  }

  private static ManifestEntry entry() {
    return new ManifestEntry(
        new ArtifactPath("a.md"), "a.md", hash("a"), hash("a"), 1, ArtifactKind.OTHER, true, 0);
  }
}
