package io.creatoros.filesystem;

import static io.creatoros.filesystem.TempWorkspace.COURSE;
import static io.creatoros.filesystem.TempWorkspace.hash;
import static io.creatoros.filesystem.TempWorkspace.shell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.FolderScan.Excluded;
import io.creatoros.core.course.FolderScan.Reason;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.storage.StorageRejectedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanTest {

  @TempDir private Path temporary;
  private TempWorkspace disk;

  @BeforeEach
  void makeWorkspace() {
    disk = TempWorkspace.in(temporary);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".git",
        ".creatoros",
        ".DS_Store",
        "Thumbs.db",
        "aula.md:Zone.Identifier",
        ".aula.md.swp",
        "aula.md.swo",
        ".aula.md.kate-swp",
        ".#aula.md",
        "4913",
        "~$aula.docx",
        ".env",
        ".env.local",
        ".ENV",
        "id_rsa",
        "id_ed25519",
        "server.pem",
        "server.key",
        "cert.p12",
        "cert.PFX",
        "putty.ppk",
        ".creatoros-tmp-1"
      })
  void scanShouldExcludeByDefault(String name) throws IOException {
    disk.write("curso/sub/" + name, "x");

    FolderScan scan = disk.scan();

    assertThat(scan.manifest().entries()).isEmpty();
    assertThat(scan.excluded())
        .singleElement()
        .satisfies(
            left -> {
              assertThat(left.path()).isEqualTo("sub/" + name);
              assertThat(left.reason()).isEqualTo(Reason.IGNORED_BY_DEFAULT);
              assertThat(left.rule()).isNotEmpty();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".env.example",
        ".metadata.json",
        ".state/a.yaml",
        ".gitignore",
        ".creatorosignore",
        "id_rsa.md",
        "monkey",
        "keys.md",
        "a~"
      })
  void scanShouldTakeOtherDotFiles(String name) throws IOException {
    disk.write("curso/" + name, "x");

    assertThat(disk.scan().manifest().entries()).containsOnlyKeys(new ArtifactPath(name));
    assertThat(disk.scan().excluded()).isEmpty();
  }

  @Test
  void coursesShouldStayThoseOfTheCollectionInWhateverOrderTheyAreScanned() throws IOException {
    disk.write("README.md", "x");
    disk.write("nova/README.md", "x");
    disk.write("nova/t1/COURSE-BRIEF.md", "x");
    CourseFolders folders = disk.folders();
    List<CourseId> found = folders.courses();

    folders.scan(new CourseId("nova"), Evidence.RECORDED);
    folders.scan(CourseId.ROOT, Evidence.RECORDED);
    folders.scan(new CourseId("nova"), Evidence.RECORDED);

    assertThat(folders.courses()).isEqualTo(found).contains(new CourseId("nova/t1"));
    assertThat(disk.folders().courses()).isEqualTo(found);
    assertThat(folders.scan(new CourseId("nova"), Evidence.RECORDED).manifest().entries())
        .containsOnlyKeys(new ArtifactPath("README.md"));
  }

  @Test
  void scanShouldFollowIgnoreFilesFromTheRootDown() throws IOException {
    disk.write(".creatorosignore", "*.mov\n/curso/drafts/\n# comment\n\n");
    disk.write("curso/.creatorosignore", "*.txt\n");
    disk.write("curso/sources/.creatorosignore", "!keep.txt\n");
    disk.write("curso/a.mov", "x");
    disk.write("curso/drafts/deep/b.md", "x");
    disk.write("curso/notes.txt", "x");
    disk.write("curso/sources/keep.txt", "x");
    disk.write("curso/sources/other.txt", "x");

    FolderScan scan = disk.scan();

    assertThat(scan.manifest().entries().keySet())
        .extracting(ArtifactPath::value)
        .containsExactly(".creatorosignore", "sources/.creatorosignore", "sources/keep.txt");
    assertThat(scan.excluded())
        .containsExactly(
            new Excluded("a.mov", Reason.IGNORED_BY_FILE, "*.mov in .creatorosignore"),
            new Excluded("drafts", Reason.IGNORED_BY_FILE, "/curso/drafts/ in .creatorosignore"),
            new Excluded("notes.txt", Reason.IGNORED_BY_FILE, "*.txt in curso/.creatorosignore"),
            new Excluded(
                "sources/other.txt", Reason.IGNORED_BY_FILE, "*.txt in curso/.creatorosignore"));
  }

  @Test
  void scanShouldLetIgnoreFilesTakeBackDefaultsButNotOurOwnState() throws IOException {
    disk.write("curso/.creatorosignore", "!*.key\n!.git\n!.creatoros*\n");
    disk.write("curso/slides.key", "x");
    disk.write("curso/.git/config", "x");

    assertThat(disk.scan().manifest().entries().keySet())
        .extracting(ArtifactPath::value)
        .containsExactly(".creatorosignore", "slides.key");
  }

  @Test
  void scanShouldMatchRulesWhateverTheFormOfNames() throws IOException {
    disk.write("curso/.creatorosignore", "introdução.md\n");
    disk.write("curso/introduc\u0327a\u0303o.md", "x");

    assertThat(disk.scan().excluded()).extracting(Excluded::path).hasSize(1);
  }

  @Test
  void scanShouldTakeNothingFromAFolderWhoseRulesCannotBeRead() throws IOException {
    disk.write("curso/a.md", "x");
    disk.write("curso/sub/secret.md", "x");
    Files.createSymbolicLink(disk.file("curso/sub/.creatorosignore"), Path.of("nowhere"));

    FolderScan scan = disk.scan();

    assertThat(scan.manifest().entries()).containsOnlyKeys(new ArtifactPath("a.md"));
    assertThat(scan.errors()).containsOnlyKeys("sub");
    assertThat(scan.errors().get("sub")).contains(".creatorosignore");
  }

  @Test
  void scanShouldFailWhenRulesAboveTheCourseCannotBeRead() throws IOException {
    disk.write("curso/a.md", "x");
    Files.createDirectory(disk.file(".creatorosignore"));

    assertThatThrownBy(disk::scan)
        .isInstanceOf(StorageRejectedException.class)
        .hasMessageContaining(".creatorosignore");
  }

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
  void scanShouldLeaveFilesOfOtherCoursesToThem() throws IOException {
    disk.write("loose.md", "x");
    disk.write("nova/README.md", "x");
    disk.write("nova/t1/COURSE-BRIEF.md", "x");
    disk.write("nova/rest/notes.md", "x");
    CourseFolders folders = disk.folders();

    assertThat(folders.courses())
        .containsExactly(CourseId.ROOT, new CourseId("nova"), new CourseId("nova/t1"));
    assertThat(paths(folders, "nova")).containsExactly("README.md", "rest/notes.md");
    assertThat(paths(folders, "nova/t1")).containsExactly("COURSE-BRIEF.md");
    assertThat(paths(folders, ".")).containsExactly("loose.md");
    assertThat(folders.open(new CourseId("nova"), new ArtifactPath("t1/COURSE-BRIEF.md")))
        .isEmpty();
  }

  @Test
  void scanShouldSeeCoursesThatCameToBeSinceTheFirstLook() throws IOException {
    disk.write("loose.md", "x");
    CourseFolders folders = disk.folders();
    assertThat(folders.courses()).containsExactly(CourseId.ROOT);

    disk.write("curso/a.md", "x");

    assertThat(paths(folders, ".")).containsExactly("loose.md");
    assertThat(paths(folders, "curso")).containsExactly("a.md");
  }

  @Test
  void coursesShouldKeepAScannedCourseWhole() throws IOException {
    disk.write("curso/README.md", "x");
    paths(disk.folders(), "curso");

    disk.write("curso/v2/COURSE-BRIEF.md", "x");

    assertThat(disk.folders().courses()).containsExactly(COURSE);
    assertThat(paths(disk.folders(), "curso")).containsExactly("README.md", "v2/COURSE-BRIEF.md");
  }

  @Test
  void scanShouldRefuseAFolderWithinACourse() throws IOException {
    disk.write("curso/COURSE-BRIEF.md", "x");
    disk.write("curso/lessons/1.1-a.md", "x");

    assertThatThrownBy(() -> disk.folders().scan(new CourseId("curso/lessons"), Evidence.RECORDED))
        .isInstanceOfSatisfying(
            StorageRejectedException.class,
            e -> assertThat(e.code()).isEqualTo("COURSE_INSIDE_ANOTHER"))
        .hasMessageContaining("\"curso\"");
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

  private static List<String> paths(CourseFolders folders, String course) {
    return folders.manifest(new CourseId(course), Evidence.RECORDED).entries().keySet().stream()
        .map(ArtifactPath::value)
        .toList();
  }
}
