package io.creatoros.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.FolderScan.Excluded;
import io.creatoros.core.course.FolderScan.Reason;
import io.creatoros.core.storage.StorageRejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scan leaves out by itself, and by the rules of ignore files. */
class ScanIgnoreTest extends ScannedWorkspace {

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
}
