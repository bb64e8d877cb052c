package io.creatoros.filesystem;

import static io.creatoros.filesystem.TempWorkspace.COURSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.FolderScan.Excluded;
import io.creatoros.core.course.FolderScan.Reason;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links are listed and never followed; what is no regular file is listed too. */
class ScanLinksTest extends ScannedWorkspace {

  @Test
  void scanShouldListLinksWithoutFollowingThem() throws IOException {
    disk.write("outside/secret.md", "x");
    disk.write("curso/a.md", "x");
    Files.createSymbolicLink(disk.file("curso/file.md"), Path.of("../outside/secret.md"));
    Files.createSymbolicLink(disk.file("curso/folder"), disk.file("outside"));
    Files.createSymbolicLink(disk.file("curso/nowhere"), Path.of("gone"));

    FolderScan scan = disk.scan();

    assertThat(scan.manifest().entries()).containsOnlyKeys(new ArtifactPath("a.md"));
    assertThat(scan.excluded())
        .containsExactly(
            new Excluded("file.md", Reason.LINK, "../outside/secret.md"),
            new Excluded("folder", Reason.LINK, disk.file("outside").toString()),
            new Excluded("nowhere", Reason.LINK, "gone"));
    for (String path : List.of("file.md", "folder/secret.md", "nowhere")) {
      assertThat(disk.folders().open(COURSE, new ArtifactPath(path))).isEmpty();
    }
  }

  @Test
  void coursesShouldNotFollowLinks() throws IOException {
    disk.write("curso/COURSE-BRIEF.md", "x");
    Files.createSymbolicLink(disk.file("again"), disk.file("curso"));

    assertThat(disk.folders().courses()).containsExactly(COURSE);
    assertThat(disk.folders().scan(new CourseId("again"), Evidence.RECORDED).present()).isFalse();
    assertThat(disk.folders().scan(CourseId.ROOT, Evidence.RECORDED).excluded())
        .extracting(Excluded::path)
        .contains("again");
  }

  @Test
  void scanShouldListSpecialFiles(@TempDir Path shallow) throws IOException {
    TempWorkspace there = TempWorkspace.in(shallow);
    there.write("curso/a.md", "x");
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(there.file("curso/s")));

      assertThat(there.scan().excluded())
          .containsExactly(new Excluded("s", Reason.SPECIAL_FILE, ""));
    }
  }
}
