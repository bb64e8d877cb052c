package io.creatoros.testkit;

import static io.creatoros.testkit.Samples.bytes;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Content;
import io.creatoros.core.course.CourseFolders.FolderBatch;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageRejectedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Writing to folders: from an expected hash, each file old or new. */
public interface FoldersWriteContract extends FoldersHome {

  /** The course that these tests write. */
  CourseId COURSE = new CourseId("nova-formacao/Curso [IA]");

  @Test
  default void confirmShouldTellWhetherAFileHasTheseBytes() {
    writeByHand(COURSE, "a.md", text("here"));

    try (FolderBatch batch = folders().write(COURSE)) {
      assertThat(batch.confirm(new ArtifactPath("a.md"), Sha256.of(text("here")))).isTrue();
      assertThat(batch.confirm(new ArtifactPath("a.md"), Sha256.of(text("other")))).isFalse();
      assertThat(batch.confirm(new ArtifactPath("b.md"), Sha256.of(text("here")))).isFalse();
    }
    assertThat(readByHand(COURSE, "a.md")).contains(text("here"));
  }

  @Test
  default void replaceShouldCreateFileAndFoldersWhenNothingIsThere() {
    Optional<String> kept =
        replace(COURSE, "lessons/modulo-1/1.1-a.md", Optional.empty(), text("a"));

    assertThat(kept).isEmpty();
    assertThat(readByHand(COURSE, "lessons/modulo-1/1.1-a.md")).contains(text("a"));
    assertThat(found(COURSE, "lessons/modulo-1/1.1-a.md")).contains(Sha256.of(text("a")));
  }

  @Test
  default void replaceShouldKeepOldVersionWhenAsked() {
    writeByHand(COURSE, "a.md", text("old"));

    Optional<String> kept =
        replace(COURSE, "a.md", Optional.of(Sha256.of(text("old"))), text("new"));

    assertThat(readByHand(COURSE, "a.md")).contains(text("new"));
    assertThat(kept).isPresent();
    assertThat(kept(kept.get())).isEqualTo(text("old"));
    assertThat(scan(COURSE).manifest().entries()).containsOnlyKeys(new ArtifactPath("a.md"));
    assertThat(folders().courses()).containsExactly(COURSE);
  }

  @Test
  default void replaceShouldKeepEveryVersionWhenRepeated() {
    writeByHand(COURSE, "a.md", text("1"));

    String first = replace(COURSE, "a.md", found(COURSE, "a.md"), text("2")).orElseThrow();
    String second = replace(COURSE, "a.md", found(COURSE, "a.md"), text("3")).orElseThrow();

    assertThat(kept(first)).isEqualTo(text("1"));
    assertThat(kept(second)).isEqualTo(text("2"));
  }

  @Test
  default void replaceShouldKeepNothingWhenNotAsked() {
    writeByHand(COURSE, "a.md", text("old"));

    try (FolderBatch batch = folders().write(COURSE)) {
      Optional<String> kept =
          batch.replace(
              new ArtifactPath("a.md"),
              "a.md",
              Optional.of(Sha256.of(text("old"))),
              FoldersHome.content(text("new")),
              Sha256.of(text("new")),
              false);

      assertThat(kept).isEmpty();
    }
    assertThat(readByHand(COURSE, "a.md")).contains(text("new"));
  }

  @Test
  default void replaceShouldFailWhenSomethingElseIsThere() {
    writeByHand(COURSE, "a.md", text("edited"));
    Sha256 other = Sha256.of(text("other"));

    assertConflict(() -> replace(COURSE, "a.md", Optional.empty(), text("new")));
    assertConflict(() -> replace(COURSE, "a.md", Optional.of(other), text("new")));
    assertConflict(() -> replace(COURSE, "absent.md", Optional.of(other), text("new")));
    assertThat(readByHand(COURSE, "a.md")).contains(text("edited"));
    assertThat(readByHand(COURSE, "absent.md")).isEmpty();
  }

  @Test
  default void replaceShouldFailWhenFileWasEditedAfterTheScan() {
    writeByHand(COURSE, "a.md", text("seen"));
    Optional<Sha256> seen = found(COURSE, "a.md");

    writeByHand(COURSE, "a.md", text("s33n"));

    assertConflict(() -> replace(COURSE, "a.md", seen, text("new")));
    assertThat(readByHand(COURSE, "a.md")).contains(text("s33n"));
  }

  @Test
  default void replaceShouldWriteNothingWhenBytesMissTheirHash() {
    writeByHand(COURSE, "a.md", text("old"));
    Sha256 promised = Sha256.of(text("promised"));

    try (FolderBatch batch = folders().write(COURSE)) {
      assertThatThrownBy(
              () ->
                  batch.replace(
                      new ArtifactPath("a.md"),
                      "a.md",
                      Optional.of(Sha256.of(text("old"))),
                      FoldersHome.content(text("something else")),
                      promised,
                      true))
          .isInstanceOfSatisfying(
              StorageRejectedException.class,
              e -> assertThat(e.code()).isEqualTo("CONTENT_MISMATCH"))
          .hasMessageContaining("a.md");
    }
    assertOnlyOldFile();
  }

  @Test
  default void replaceShouldWriteNothingWhenReadingNewBytesFails() {
    writeByHand(COURSE, "a.md", text("old"));
    Content unopened =
        () -> {
          throw new IOException("cannot be opened");
        };
    Content broken =
        () -> new SequenceInputStream(new ByteArrayInputStream(bytes(100_000, 1)), failing());

    for (Content content : List.of(unopened, broken)) {
      try (FolderBatch batch = folders().write(COURSE)) {
        assertThatThrownBy(
                () ->
                    batch.replace(
                        new ArtifactPath("a.md"),
                        "a.md",
                        Optional.of(Sha256.of(text("old"))),
                        content,
                        Sha256.of(text("new")),
                        true))
            .isInstanceOf(StorageException.class);
      }
      assertOnlyOldFile();
    }
  }

  private void assertOnlyOldFile() {
    assertThat(readByHand(COURSE, "a.md")).contains(text("old"));
    assertThat(scan(COURSE).manifest().entries()).containsOnlyKeys(new ArtifactPath("a.md"));
  }

  private static InputStream failing() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("broken in the middle");
      }
    };
  }

  @Test
  default void replaceShouldFailWhenNameLeavesTheCourse() {
    writeByHand(COURSE, "a.md", text("a"));
    byte[] bytes = text("outside");

    for (String name : List.of("../outside.md", "/outside.md", "x/../../outside.md", "..")) {
      try (FolderBatch batch = folders().write(COURSE)) {
        assertThatThrownBy(
                () ->
                    batch.replace(
                        new ArtifactPath("outside.md"),
                        name,
                        Optional.empty(),
                        FoldersHome.content(bytes),
                        Sha256.of(bytes),
                        true))
            .isInstanceOfAny(IllegalArgumentException.class, StorageException.class);
      }
    }
    assertThat(scan(COURSE).manifest().entries()).containsOnlyKeys(new ArtifactPath("a.md"));
    assertThat(readByHand(new CourseId("nova-formacao"), "outside.md")).isEmpty();
  }

  @Test
  default void replaceShouldFailWhenFileStandsWhereFolderIsNeeded() {
    writeByHand(COURSE, "a", text("file"));

    assertThatThrownBy(() -> replace(COURSE, "a/b.md", Optional.empty(), text("b")))
        .isInstanceOf(StorageException.class);
    assertThat(readByHand(COURSE, "a")).contains(text("file"));
  }

  @Test
  default void replaceShouldLeaveOneFileWhenSpellingChanges() {
    replace(COURSE, Samples.COMPOSED, Optional.empty(), text("old"));

    replace(COURSE, Samples.DECOMPOSED, Optional.of(Sha256.of(text("old"))), text("new"));

    assertThat(scan(COURSE).manifest().entries())
        .containsOnlyKeys(new ArtifactPath(Samples.COMPOSED));
    assertThat(found(COURSE, Samples.COMPOSED)).contains(Sha256.of(text("new")));
  }

  @Test
  default void batchShouldWriteManyFilesWhenTheyShareFolders() {
    try (FolderBatch batch = folders().write(COURSE)) {
      for (int i = 0; i < 50; i++) {
        String name = "lessons/" + i % 5 + "/" + i + ".md";
        batch.replace(
            new ArtifactPath(name),
            name,
            Optional.empty(),
            FoldersHome.content(text(name)),
            Sha256.of(text(name)),
            false);
      }
      batch.delete(new ArtifactPath("lessons/0/0.md"), Sha256.of(text("lessons/0/0.md")));
    }

    assertThat(scan(COURSE).manifest().entries()).hasSize(49);
    assertThat(otherFolders().courses()).containsExactly(COURSE);
  }

  @Test
  default void deleteShouldKeepFileAsideAndRemoveFoldersItEmpties() {
    writeByHand(COURSE, "a/b/c.md", text("c"));
    writeByHand(COURSE, "z.md", text("z"));

    Optional<String> kept = delete(COURSE, "a/b/c.md", Sha256.of(text("c")));

    assertThat(kept(kept.orElseThrow())).isEqualTo(text("c"));
    assertThat(readByHand(COURSE, "a/b/c.md")).isEmpty();
    assertThat(replace(COURSE, "a", Optional.empty(), text("a file now"))).isEmpty();
    assertThat(readByHand(COURSE, "a")).contains(text("a file now"));
  }

  @Test
  default void deleteShouldKeepFoldersThatHoldOtherFiles() {
    writeByHand(COURSE, "a/b.md", text("b"));
    writeByHand(COURSE, "a/c.md", text("c"));

    delete(COURSE, "a/b.md", Sha256.of(text("b")));

    assertThat(readByHand(COURSE, "a/c.md")).contains(text("c"));
  }

  @Test
  default void deleteShouldDoNothingWhenFileIsNotThere() {
    writeByHand(COURSE, "a.md", text("a"));

    assertThat(delete(COURSE, "b.md", Sha256.of(text("b")))).isEmpty();
    assertThat(delete(new CourseId("nowhere"), "b.md", Sha256.of(text("b")))).isEmpty();
    assertThat(folders().courses()).containsExactly(COURSE);
  }

  @Test
  default void deleteShouldFailWhenSomethingElseIsThere() {
    writeByHand(COURSE, "a.md", text("edited"));

    assertConflict(() -> delete(COURSE, "a.md", Sha256.of(text("seen"))));
    assertThat(readByHand(COURSE, "a.md")).contains(text("edited"));
  }

  @Test
  default void deleteShouldFindFileWhenItsNameIsDecomposed() {
    writeByHand(COURSE, Samples.DECOMPOSED, text("a"));

    delete(COURSE, Samples.COMPOSED, Sha256.of(text("a")));

    assertThat(readByHand(COURSE, Samples.DECOMPOSED)).isEmpty();
  }

  @Test
  default void keepShouldLeaveTheCourseAlone() {
    writeByHand(COURSE, "a.md", text("ours"));
    byte[] large = bytes(Content.PART_SIZE + 1, 5);

    try (FolderBatch batch = folders().write(COURSE)) {
      String theirs =
          batch.keep(new ArtifactPath("a.md"), "theirs", FoldersHome.content(text("theirs")));
      String again = batch.keep(new ArtifactPath("a.md"), "theirs", FoldersHome.content(large));

      assertThat(kept(theirs)).isEqualTo(text("theirs"));
      assertThat(kept(again)).isEqualTo(large);
    }
    assertThat(readByHand(COURSE, "a.md")).contains(text("ours"));
    assertThat(scan(COURSE).manifest().entries()).hasSize(1);
    assertThat(folders().courses()).containsExactly(COURSE);
  }

  private static void assertConflict(Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(StorageConflictException.class);
  }
}
