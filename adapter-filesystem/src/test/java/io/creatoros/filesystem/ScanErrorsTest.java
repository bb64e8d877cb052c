package io.creatoros.filesystem;

import static io.creatoros.filesystem.TempWorkspace.COURSE;
import static io.creatoros.filesystem.TempWorkspace.shell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What cannot be read, or changes while it is read, is reported and hides nothing else. */
class ScanErrorsTest extends ScannedWorkspace {

  @Test
  void scanShouldReportFoldersThatCannotBeListed() throws IOException {
    disk.write("curso/a.md", "x");
    String name = "d".repeat(200);
    String deep =
        "for i in $(seq 19); do mkdir "
            + name
            + " && cd "
            + name
            + " || exit 1; done; "
            + "mkdir -p "
            + name
            + "/"
            + name;
    try {
      assumeTrue(shell(disk.file("curso"), deep), "this machine cannot make such a path");
      FolderScan scan = disk.scan();

      assertThat(scan.manifest().entries()).containsOnlyKeys(new ArtifactPath("a.md"));
      assertThat(scan.errors().size() + scan.manifest().unreadable().size()).isEqualTo(1);
    } finally {
      assertThat(shell(disk.file("curso"), "rm -rf " + name)).isTrue();
    }
  }

  @Test
  void scanShouldGoOnWhenAFileOrFolderIsDenied() throws IOException {
    disk.write("curso/a.md", "x");
    Path file = disk.write("curso/denied.md", "x");
    Path folder = disk.write("curso/closed/b.md", "x").getParent();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
    try {
      assumeTrue(!Files.isReadable(file), "this user may read everything");

      FolderScan scan = disk.scan();

      assertThat(scan.manifest().entries()).containsOnlyKeys(new ArtifactPath("a.md"));
      assertThat(scan.manifest().unreadable())
          .containsEntry(new ArtifactPath("denied.md"), "permission denied");
      assertThat(scan.errors()).containsEntry("closed", "permission denied");
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void scanShouldReportAFileThatChangesWhileItIsRead() throws IOException {
    Path file = disk.write("curso/a.md", "before");
    disk.write("curso/calm.md", "calm");
    disk.folders(() -> Long.MAX_VALUE).scan(COURSE, Evidence.RECORDED);
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    FileClock editing = () -> edit(file, () -> Files.writeString(file, "during it"));

    FolderScan scan = disk.folders(editing).scan(COURSE, Evidence.RECORDED);

    assertThat(scan.manifest().unreadable())
        .containsEntry(new ArtifactPath("a.md"), "changed while being read");
    assertThat(scan.manifest().entries()).containsOnlyKeys(new ArtifactPath("calm.md"));
    assertThat(disk.scan().manifest().unreadable()).isEmpty();
  }

  @Test
  void scanShouldReportAFileThatVanishesWhileItIsRead() throws IOException {
    Path file = disk.write("curso/a.md", "before");
    FileClock deleting = () -> edit(file, () -> Files.deleteIfExists(file));

    FolderScan scan = disk.folders(deleting).scan(COURSE, Evidence.RECORDED);

    assertThat(scan.manifest().unreadable())
        .containsEntry(new ArtifactPath("a.md"), "vanished while being read");
  }

  private interface Edit {
    Object run() throws IOException;
  }

  private static long edit(Path file, Edit edit) {
    try {
      edit.run();
      return FileClock.UNKNOWN;
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
