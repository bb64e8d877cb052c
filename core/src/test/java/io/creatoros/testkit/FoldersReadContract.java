package io.creatoros.testkit;

import static io.creatoros.testkit.Samples.bytes;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Content;
import io.creatoros.core.course.CourseFolders.FolderBatch;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.Manifest;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.Snapshot;
import io.creatoros.core.storage.StorageConflictException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Looking at folders that people edit at any time. */
public interface FoldersReadContract extends FoldersHome {

  /** The course that these tests write. */
  CourseId COURSE = new CourseId("dominando-obsidian");

  @Test
  default void scanShouldSayNotPresentWhenCourseIsAbsent() {
    CourseId absent = new CourseId("nowhere");

    FolderScan scan = scan(absent);

    assertThat(scan.present()).isFalse();
    assertThat(scan.manifest()).isEqualTo(Manifest.absent(absent));
    assertThat(scan.errors()).isEmpty();
  }

  @Test
  default void scanShouldAgreeWithManifest() {
    writeByHand(COURSE, "COURSE-BRIEF.md", text("brief"));
    writeByHand(COURSE, "lessons/1.1-a.md", text("a"));

    for (Evidence evidence : Evidence.values()) {
      FolderScan scan = folders().scan(COURSE, evidence);
      assertThat(scan.present()).isTrue();
      assertThat(scan.excluded()).isEmpty();
      assertThat(scan.errors()).isEmpty();
      assertThat(scan.manifest()).isEqualTo(folders().manifest(COURSE, evidence));
      assertThat(scan.manifest().entries()).hasSize(2);
      assertThat(scan.manifest().revision()).isZero();
      assertThat(scan.manifest().entries().values())
          .allMatch(entry -> entry.revision() == 0 && entry.stored());
    }
  }

  @Test
  default void namesShouldBeNoneWhenCourseIsAbsent() {
    assertThat(folders().names(new CourseId("nowhere"))).isEmpty();
  }

  @Test
  default void namesShouldBeThoseOfAllFilesAsFound() {
    writeByHand(COURSE, "COURSE-BRIEF.md", text("brief"));
    writeByHand(COURSE, "lessons/modulo-1/1.1-Olá.md", text("a"));

    assertThat(folders().names(COURSE))
        .containsExactlyInAnyOrder("COURSE-BRIEF.md", "lessons/modulo-1/1.1-Olá.md");
  }

  @Test
  default void namesShouldSeeFilesAddedAndRemovedWhenTheyFollowAtOnce() {
    Set<String> expected = new TreeSet<>();
    for (int i = 100; i < 130; i++) {
      String name = "lessons/1." + i + "-a.md";
      writeByHand(COURSE, name, text("lesson"));
      expected.add(name);
      assertThat(folders().names(COURSE)).isEqualTo(expected);
    }

    deleteByHand(COURSE, "lessons/1.115-a.md");

    expected.remove("lessons/1.115-a.md");
    assertThat(folders().names(COURSE)).isEqualTo(expected);
  }

  @Test
  default void namesShouldSeeFilesInNewFolders() {
    writeByHand(COURSE, "a.md", text("a"));
    folders().names(COURSE);

    writeByHand(COURSE, "deep/er/b.md", text("b"));

    assertThat(folders().names(COURSE)).containsExactlyInAnyOrder("a.md", "deep/er/b.md");
  }

  @Test
  default void namesShouldStayWhenFileIsGivenNewBytes() {
    writeByHand(COURSE, "a.md", text("a"));
    Set<String> before = folders().names(COURSE);

    writeByHand(COURSE, "a.md", text("b"));
    replace(COURSE, "a.md", found(COURSE, "a.md"), text("c"));

    assertThat(folders().names(COURSE)).isEqualTo(before);
  }

  @Test
  default void scanShouldSeeEditsWhenTheyFollowAtOnceAndKeepTheLength() {
    for (int i = 100; i < 130; i++) {
      writeByHand(COURSE, "a.md", text("edit " + i));

      assertThat(found(COURSE, "a.md")).contains(Sha256.of(text("edit " + i)));
    }
  }

  @Test
  default void scanShouldSeeEditsWhenAnotherProcessScannedMeanwhile() {
    writeByHand(COURSE, "a.md", text("first"));
    folders().scan(COURSE, Evidence.RECORDED);
    writeByHand(COURSE, "a.md", text("f1rst"));
    otherFolders().scan(COURSE, Evidence.RECORDED);
    writeByHand(COURSE, "a.md", text("fi2st"));

    assertThat(found(COURSE, "a.md")).contains(Sha256.of(text("fi2st")));
  }

  @Test
  default void scanShouldSeeFilesThatComeAndGo() {
    writeByHand(COURSE, "a.md", text("a"));
    writeByHand(COURSE, "b/c.md", text("c"));
    scan(COURSE);

    deleteByHand(COURSE, "a.md");
    writeByHand(COURSE, "b/d.md", text("c"));

    assertThat(scan(COURSE).manifest().entries())
        .containsOnlyKeys(new ArtifactPath("b/c.md"), new ArtifactPath("b/d.md"));
  }

  @Test
  default void scanShouldSeeOwnWritesWhenBatchIsClosed() {
    replace(COURSE, "a.md", Optional.empty(), text("1"));
    assertThat(found(COURSE, "a.md")).contains(Sha256.of(text("1")));
    replace(COURSE, "a.md", found(COURSE, "a.md"), text("2"));

    assertThat(found(COURSE, "a.md")).contains(Sha256.of(text("2")));
  }

  @Test
  default void scanShouldGiveBothKeysWhenSiblingsDifferInFormOnly() {
    assumeTrue(capabilities().contains(Capability.KEEPS_UNICODE_FORM), "forms are not kept");
    writeByHand(COURSE, Samples.COMPOSED, text("composed"));
    writeByHand(COURSE, Samples.DECOMPOSED, text("decomposed"));

    assertThat(scan(COURSE).manifest().entries())
        .containsOnlyKeys(new ArtifactPath(Samples.DECOMPOSED), new ArtifactPath(Samples.COMPOSED));
    assertThat(found(COURSE, Samples.COMPOSED)).contains(Sha256.of(text("composed")));
    assertThat(found(COURSE, Samples.DECOMPOSED)).contains(Sha256.of(text("decomposed")));
  }

  @Test
  default void openShouldFindFileWhenItsNameIsDecomposed() throws IOException {
    writeByHand(COURSE, Samples.DECOMPOSED, text("a"));

    try (InputStream in =
        folders().open(COURSE, new ArtifactPath(Samples.COMPOSED)).orElseThrow()) {
      assertThat(in.readAllBytes()).isEqualTo(text("a"));
    }
  }

  @Test
  default void snapshotShouldHoldBytesApartWhenFileIsEdited() throws IOException {
    for (int size : List.of(0, 10, Content.PART_SIZE, 9 * Content.PART_SIZE + 1)) {
      byte[] before = bytes(size, size);
      writeByHand(COURSE, "a.bin", before);

      try (Snapshot snapshot =
          folders().snapshot(COURSE, new ArtifactPath("a.bin"), Sha256.of(before))) {
        writeByHand(COURSE, "a.bin", text("edited meanwhile"));

        assertThat(snapshot.size()).isEqualTo(size);
        assertSame(snapshot, before);
        assertSame(snapshot, before);
      }
      assertThat(readByHand(COURSE, "a.bin")).contains(text("edited meanwhile"));
    }
    assertThat(scan(COURSE).manifest().entries()).hasSize(1);
  }

  private static void assertSame(Content content, byte[] expected) throws IOException {
    try (InputStream in = content.open()) {
      assertThat(Sha256.of(in)).isEqualTo(Sha256.of(expected));
    }
  }

  @Test
  default void snapshotShouldFailWhenFileIsGoneOrChanged() {
    writeByHand(COURSE, "a.md", text("seen"));
    Sha256 seen = Sha256.of(text("seen"));
    writeByHand(COURSE, "a.md", text("s33n"));

    for (String path : List.of("a.md", "absent.md")) {
      assertThatThrownBy(() -> folders().snapshot(COURSE, new ArtifactPath(path), seen))
          .isInstanceOfSatisfying(
              StorageConflictException.class, e -> assertThat(e.code()).isEqualTo("FILE_CHANGED"))
          .hasMessageContaining(path);
    }
  }

  @Test
  default void snapshotShouldCloseAgainWhenItIsClosed() {
    writeByHand(COURSE, "a.bin", bytes(9 * Content.PART_SIZE, 9));
    Sha256 hash = Sha256.of(bytes(9 * Content.PART_SIZE, 9));
    Snapshot snapshot = folders().snapshot(COURSE, new ArtifactPath("a.bin"), hash);

    snapshot.close();
    snapshot.close();

    assertThat(found(COURSE, "a.bin")).contains(hash);
  }

  @Test
  default void openShouldGiveOldBytesOrNewWhenFileIsBeingReplaced() throws Exception {
    byte[] even = bytes(300_000, 0);
    byte[] odd = bytes(300_000, 1);
    replace(COURSE, "a.bin", Optional.empty(), even);

    List<Boolean> clean =
        Race.run(
            2,
            () -> {
              if (Thread.currentThread().getName().endsWith("0")) {
                alternate(even, odd);
                return true;
              }
              return onlyReads(Sha256.of(even), Sha256.of(odd));
            });

    assertThat(clean).containsOnly(true);
  }

  private void alternate(byte[] even, byte[] odd) {
    for (int i = 0; i < 10; i++) {
      byte[] now = i % 2 == 0 ? even : odd;
      byte[] next = i % 2 == 0 ? odd : even;
      try (FolderBatch batch = folders().write(COURSE)) {
        batch.replace(
            new ArtifactPath("a.bin"),
            "a.bin",
            Optional.of(Sha256.of(now)),
            FoldersHome.content(next),
            Sha256.of(next),
            false);
      }
    }
  }

  private boolean onlyReads(Sha256 even, Sha256 odd) throws IOException {
    boolean clean = true;
    for (int i = 0; i < 60; i++) {
      try (InputStream in = folders().open(COURSE, new ArtifactPath("a.bin")).orElseThrow()) {
        Sha256 read = Sha256.of(in);
        clean &= read.equals(even) || read.equals(odd);
      }
    }
    return clean;
  }
}
