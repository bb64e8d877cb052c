package io.creatoros.filesystem;

import static io.creatoros.filesystem.TempWorkspace.COURSE;
import static io.creatoros.filesystem.TempWorkspace.hash;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a scan tells of files, and which of them it reads. */
class ScanTest extends ScannedWorkspace {

  @Test
  void scanShouldHashALargeFile() throws IOException {
    byte[] large = new byte[24 << 20];
    new Random(24).nextBytes(large);
    disk.write("curso/a.md", "x");
    Files.write(disk.file("curso/large.bin"), large);

    assertThat(disk.scan().manifest().entries().get(new ArtifactPath("large.bin")))
        .satisfies(
            entry -> {
              assertThat(entry.hash()).isEqualTo(Sha256.of(large));
              assertThat(entry.size()).isEqualTo(large.length);
            });
  }

  @Test
  void scanShouldNotReadAgainWhatItKnows() throws IOException {
    disk.write("curso/a.md", "x");
    int[] reads = new int[1];
    FileClock counting =
        () -> {
          reads[0]++;
          return Long.MAX_VALUE;
        };
    disk.folders(counting).scan(COURSE, Evidence.RECORDED);

    FolderScan warm = disk.folders(counting).scan(COURSE, Evidence.RECORDED);

    assertThat(reads[0]).isEqualTo(1);
    assertThat(warm.manifest().entries().get(new ArtifactPath("a.md")).hash()).isEqualTo(hash("x"));
    disk.folders(counting).scan(COURSE, Evidence.RECOMPUTED);
    assertThat(reads[0]).isEqualTo(2);
  }
}
