package io.creatoros.filesystem;

import static io.creatoros.filesystem.TempWorkspace.COURSE;
import static io.creatoros.filesystem.TempWorkspace.hash;
import static io.creatoros.filesystem.TempWorkspace.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseFolders.FolderBatch;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.FolderScan.Excluded;
import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.storage.StorageRejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteTest {

  @TempDir private Path temporary;
  private TempWorkspace disk;

  @BeforeEach
  void makeWorkspace() {
    disk = TempWorkspace.in(temporary);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".git/hooks/post-checkout",
        ".creatoros/workspace",
        "sub/.GIT/config",
        ".env",
        "sub/id_rsa",
        "drafts/a.md"
      })
  void replaceShouldRefuseWhatIsIgnored(String path) throws IOException {
    disk.write("curso/.creatorosignore", "drafts\n");

    try (FolderBatch batch = disk.folders().write(COURSE)) {
      assertThatThrownBy(() -> replace(batch, path, Optional.empty(), "x"))
          .isInstanceOfSatisfying(
              StorageRejectedException.class, e -> assertThat(e.code()).isEqualTo("PATH_REFUSED"))
          .hasMessageContaining(path);
    }
    assertThat(disk.file("curso/" + path)).doesNotExist();
  }

  @Test
  void replaceShouldNeverFollowLinks() throws IOException {
    Path outside = disk.write("outside/a.md", "outside");
    disk.write("curso/b.md", "x");
    Files.createSymbolicLink(disk.file("curso/folder"), outside.getParent());
    Files.createSymbolicLink(disk.file("curso/file.md"), outside);

    try (FolderBatch batch = disk.folders().write(COURSE)) {
      for (String path : new String[] {"folder/a.md", "folder/new.md", "file.md"}) {
        assertThatThrownBy(() -> replace(batch, path, Optional.of("outside"), "x"))
            .isInstanceOf(StorageRejectedException.class);
        assertThatThrownBy(() -> batch.delete(new ArtifactPath(path), hash("outside")))
            .isInstanceOf(StorageRejectedException.class);
      }
    }
    assertThat(outside).hasContent("outside");
    assertThat(outside.resolveSibling("new.md")).doesNotExist();
  }

  @Test
  void replaceShouldRefuseACourseFolderThatIsALink() throws IOException {
    Path outside = disk.write("outside/a.md", "outside").getParent();
    Files.createSymbolicLink(disk.file("curso"), outside);

    try (FolderBatch batch = disk.folders().write(COURSE)) {
      assertThatThrownBy(() -> replace(batch, "b.md", Optional.empty(), "x"))
          .isInstanceOf(StorageRejectedException.class);
    }
    assertThat(outside.resolve("b.md")).doesNotExist();
  }

  @Test
  void replaceShouldRefuseAPathInAnotherCourse() throws IOException {
    disk.write("nova/README.md", "x");
    disk.write("nova/t1/COURSE-BRIEF.md", "x");

    try (FolderBatch batch = disk.folders().write(new CourseId("nova"))) {
      assertThatThrownBy(() -> replace(batch, "t1/b.md", Optional.empty(), "x"))
          .isInstanceOf(StorageRejectedException.class)
          .hasMessageContaining("another course");
    }
  }

  @Test
  void writeShouldRefuseACourseWithinACourse() throws IOException {
    disk.write("curso/COURSE-BRIEF.md", "x");

    assertThatThrownBy(() -> disk.folders().write(new CourseId("curso/inner")))
        .isInstanceOf(StorageRejectedException.class)
        .hasMessageContaining("\"curso\"");
  }

  @Test
  void replaceShouldKeepPermissionsAndTellWhereTheOldVersionIs() throws IOException {
    Path file = disk.write("curso/sub/a.md", "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    Optional<String> kept;
    try (FolderBatch batch = disk.folders().write(COURSE)) {
      kept = replace(batch, "sub/a.md", Optional.of("old"), "new");
    }

    assertThat(file).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(kept.orElseThrow())
        .matches("\\.creatoros/kept/\\d{8}T\\d{6}\\.\\d{3}Z/curso/sub/a\\.md");
    assertThat(disk.file(kept.get())).hasContent("old");
  }

  @Test
  void replaceShouldLeaveNothingBehindWhenItFails() throws IOException {
    disk.write("curso/a.md", "edited");

    try (FolderBatch batch = disk.folders().write(COURSE)) {
      assertThatThrownBy(() -> replace(batch, "a.md", Optional.of("seen"), "new"))
          .isInstanceOf(StorageConflictException.class);
    }

    assertThat(disk.scan().excluded()).isEmpty();
    try (var kept = Files.walk(StateFolder.of(disk.root()).kept())) {
      assertThat(kept.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void deleteShouldRemoveAnEmptiedCourseButNothingAbove() throws IOException {
    disk.write("nova/t1/lessons/a.md", "x");
    CourseId course = new CourseId("nova/t1");

    try (FolderBatch batch = disk.folders().write(course)) {
      batch.delete(new ArtifactPath("lessons/a.md"), hash("x"));
    }

    assertThat(disk.file("nova/t1")).doesNotExist();
    assertThat(disk.file("nova")).isEmptyDirectory();
  }

  @Test
  void deleteShouldKeepTheRootOfTheWorkspace() throws IOException {
    disk.write("a.md", "x");

    try (FolderBatch batch = disk.folders().write(CourseId.ROOT)) {
      batch.delete(new ArtifactPath("a.md"), hash("x"));
    }

    assertThat(disk.root()).isDirectory();
    assertThat(disk.file("a.md")).doesNotExist();
  }

  @Test
  void scanShouldRemoveLeftoversOnlyWhenTheyAreOld() throws IOException {
    disk.write("curso/a.md", "x");
    Path old = disk.write("curso/.creatoros-tmp-old", "x");
    Path fresh = disk.write("curso/.creatoros-tmp-new", "x");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));

    assertThat(disk.scan().manifest().entries()).containsOnlyKeys(new ArtifactPath("a.md"));

    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
    assertThat(disk.scan().excluded())
        .extracting(Excluded::path)
        .containsExactly(".creatoros-tmp-new");
  }
}
