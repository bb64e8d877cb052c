package io.creatoros.filesystem;

import static io.creatoros.filesystem.TempWorkspace.COURSE;
import static io.creatoros.filesystem.TempWorkspace.shell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Names on disk that are no text, and one that only looks so. */
class ScanNamesTest extends ScannedWorkspace {

  @Test
  void scanShouldReportNamesThatAreNoText() throws IOException {
    disk.write("curso/a.md", "x");
    assumeTrue(
        shell(disk.file("curso"), "printf x > \"$(printf 'bad\\377.md')\"")
            && shell(disk.file("curso"), "mkdir \"$(printf 'dir\\377')\""),
        "this machine cannot make such names");

    FolderScan scan = disk.scan();

    assertThat(scan.manifest().entries()).containsOnlyKeys(new ArtifactPath("a.md"));
    assertThat(scan.errors()).containsOnlyKeys("bad\ufffd.md", "dir\ufffd");
  }

  @Test
  void coursesShouldGiveARootFolderWhoseNameIsNoTextToTheRoot() throws IOException {
    disk.write("curso/a.md", "x");
    assumeTrue(
        shell(disk.root(), "mkdir \"$(printf 'dir\\377')\""),
        "this machine cannot make such names");

    assertThat(disk.folders().courses()).containsExactly(CourseId.ROOT, COURSE);
    assertThat(disk.folders().scan(CourseId.ROOT, Evidence.RECORDED).errors()).hasSize(1);
  }

  @Test
  void scanShouldTakeANameThatHoldsTheReplacementCharacter() throws IOException {
    disk.write("curso/odd\ufffd.md", "x");

    assertThat(disk.scan().manifest().entries()).containsOnlyKeys(new ArtifactPath("odd\ufffd.md"));
    assertThat(disk.scan().errors()).isEmpty();
  }
}
