package io.creatoros.testkit;

import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.committed;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.MirrorWriter.unstored;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CommitResult.CourseMoved;
import io.creatoros.core.course.CommitResult.FilesMoved;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A commit: all or nothing, at the revision it was computed against. */
public interface MirrorCommitContract extends MirrorHome {

  /** The course that these tests write. */
  CourseId COURSE = new CourseId("nova-formacao/trilha-3");

  @Test
  default void commitShouldCreateCourseAtRevisionOneWhenItIsAbsent() {
    writer().upload(COURSE, text("a"));

    long revision =
        committed(
            mirror().commit(COURSE, 0, ORIGIN, List.of(put("a.md", text("a"))), Optional.empty()));

    assertThat(revision).isEqualTo(1);
    assertThat(read(COURSE).head()).isEqualTo(new CourseHead(COURSE, 1, 0, ORIGIN, 0, 0));
  }

  @Test
  default void commitShouldAdvanceRevisionOnceWhenBatchIsLarge() {
    writer().write(COURSE, "first.md", text("first"));
    writer().upload(COURSE, text("same"));
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      changes.add(put("lessons/1." + i + "-lesson.md", text("same")));
    }

    long revision = committed(mirror().commit(COURSE, 1, ORIGIN, changes, Optional.empty()));

    MirrorCourse course = read(COURSE);
    assertThat(revision).isEqualTo(2);
    assertThat(course.head().revision()).isEqualTo(2);
    assertThat(course.files()).hasSize(2001);
    assertThat(course.files().get(new ArtifactPath("first.md")).revision()).isEqualTo(1);
    assertThat(course.files().get(new ArtifactPath("lessons/1.1999-lesson.md")).revision())
        .isEqualTo(2);
  }

  @Test
  default void commitShouldRecordWhatTheChangeSays() {
    writer().upload(COURSE, text("lesson"));
    Change.Put change = put(Samples.DECOMPOSED, text("lesson"));

    committed(mirror().commit(COURSE, 0, ORIGIN, List.of(change), Optional.empty()));

    Sha256 hash = Sha256.of(text("lesson"));
    assertThat(stored(COURSE, Samples.COMPOSED, Evidence.RECORDED))
        .isEqualTo(
            new ManifestEntry(
                new ArtifactPath(Samples.COMPOSED),
                Samples.DECOMPOSED,
                hash,
                hash,
                6,
                ArtifactKind.LESSON,
                true,
                1));
  }

  @Test
  default void commitShouldKeepBothWhenSiblingsDifferInFormOnly() {
    byte[] composed = text("composed");
    byte[] decomposed = text("decomposed");
    ArtifactPath second = new ArtifactPath(Samples.DECOMPOSED);
    writer().upload(COURSE, composed);
    writer().upload(COURSE, decomposed);
    Change.Put sibling =
        new Change.Put(
            second,
            Samples.DECOMPOSED,
            Sha256.of(decomposed),
            decomposed.length,
            ArtifactKind.LESSON,
            true,
            Optional.empty());

    committed(
        mirror()
            .commit(
                COURSE,
                0,
                ORIGIN,
                List.of(put(Samples.COMPOSED, composed), sibling),
                Optional.empty()));

    assertThat(read(COURSE).files().keySet())
        .containsExactly(second, new ArtifactPath(Samples.COMPOSED));
    assertThat(stored(COURSE, Samples.DECOMPOSED, Evidence.RECOMPUTED).hash())
        .isEqualTo(Sha256.of(decomposed));
  }

  @Test
  default void commitShouldWriteNothingWhenRevisionIsStale() {
    writer().write(COURSE, "a.md", text("1"));
    writer().write(COURSE, "a.md", text("2"));
    writer().upload(COURSE, text("3"));
    MirrorCourse before = read(COURSE);

    var result =
        mirror()
            .commit(
                COURSE,
                1,
                ORIGIN,
                List.of(put("b.md", text("3"), Optional.empty())),
                Optional.empty());

    assertThat(result).isEqualTo(new CourseMoved(2));
    assertThat(read(COURSE)).isEqualTo(before);
  }

  @Test
  default void commitShouldSayCourseMovedWhenItExpectsOneThatIsAbsent() {
    var result =
        mirror()
            .commit(
                COURSE,
                7,
                ORIGIN,
                List.of(unstored("a.md", text("a"), Optional.empty())),
                Optional.empty());

    assertThat(result).isEqualTo(new CourseMoved(0));
    assertThat(mirror().courses()).isEmpty();
  }

  @Test
  default void commitShouldWriteNothingWhenItIsRepeated() {
    writer().upload(COURSE, text("a"));
    List<Change> changes = List.of(put("a.md", text("a")));
    committed(mirror().commit(COURSE, 0, ORIGIN, changes, Optional.empty()));
    MirrorCourse before = read(COURSE);

    var again = mirror().commit(COURSE, 0, "other:/courses", changes, Optional.empty());

    assertThat(again).isEqualTo(new CourseMoved(1));
    assertThat(read(COURSE)).isEqualTo(before);
  }

  @Test
  default void commitShouldNameFilesWhenTheyDoNotHoldTheExpectedHash() {
    writer().write(COURSE, Map.of("a.md", text("a"), "b.md", text("b"), "c.md", text("c")));
    writer().upload(COURSE, text("new"));
    Sha256 wrong = Sha256.of(text("wrong"));
    MirrorCourse before = read(COURSE);

    var result =
        mirror()
            .commit(
                COURSE,
                1,
                ORIGIN,
                List.of(
                    put("a.md", text("new"), Optional.of(wrong)),
                    put("b.md", text("new"), Optional.empty()),
                    put("absent.md", text("new"), Optional.of(wrong)),
                    put("right.md", text("new"), Optional.empty()),
                    new Change.Delete(new ArtifactPath("c.md"), wrong),
                    new Change.Delete(new ArtifactPath("never.md"), wrong)),
                Optional.empty());

    assertThat(result)
        .isEqualTo(
            new FilesMoved(
                Set.of(
                    new ArtifactPath("a.md"),
                    new ArtifactPath("b.md"),
                    new ArtifactPath("absent.md"),
                    new ArtifactPath("c.md"),
                    new ArtifactPath("never.md"))));
    assertThat(read(COURSE)).isEqualTo(before);
  }

  @Test
  default void commitShouldLeaveTombstoneWhenFileIsDeleted() {
    writer().write(COURSE, Map.of("a.md", text("a"), "b.md", text("b")));

    long revision = writer().delete(COURSE, "a.md");

    ArtifactPath path = new ArtifactPath("a.md");
    assertThat(revision).isEqualTo(2);
    assertThat(read(COURSE).files().get(path))
        .isEqualTo(new RemoteFile.Tombstone(path, Sha256.of(text("a")), 2));
    assertThat(mirror().manifest(COURSE, Evidence.RECORDED).entries())
        .containsOnlyKeys(new ArtifactPath("b.md"));
    assertThat(mirror().open(COURSE, path)).isEmpty();
  }

  @Test
  default void commitShouldNameFileWhenItExpectsHashOfTombstone() {
    writer().write(COURSE, "a.md", text("a"));
    writer().delete(COURSE, "a.md");
    Optional<Sha256> last = Optional.of(Sha256.of(text("a")));

    var put =
        mirror().commit(COURSE, 2, ORIGIN, List.of(put("a.md", text("a"), last)), Optional.empty());
    var delete =
        mirror()
            .commit(
                COURSE,
                2,
                ORIGIN,
                List.of(new Change.Delete(new ArtifactPath("a.md"), last.get())),
                Optional.empty());

    assertThat(put).isEqualTo(new FilesMoved(Set.of(new ArtifactPath("a.md"))));
    assertThat(delete).isEqualTo(put);
  }

  @Test
  default void commitShouldReplaceTombstoneWhenFileComesBack() {
    writer().write(COURSE, "a.md", text("a"));
    writer().delete(COURSE, "a.md");

    committed(
        mirror().commit(COURSE, 2, ORIGIN, List.of(put("a.md", text("a"))), Optional.empty()));

    assertThat(stored(COURSE, "a.md", Evidence.RECOMPUTED).revision()).isEqualTo(3);
  }

  @Test
  default void revisionShouldGoOnWhenAllFilesWereDeleted() {
    writer().write(COURSE, "a.md", text("a"));
    writer().delete(COURSE, "a.md");

    assertThat(mirror().courses()).containsExactly(COURSE);
    assertThat(read(COURSE).head().revision()).isEqualTo(2);
    assertThat(writer().write(COURSE, "b.md", text("b"))).isEqualTo(3);
  }

  @Test
  default void commitShouldRecordHashAndSizeOnlyWhenFileIsUnstored() {
    byte[] large = text("taken for too large");

    committed(
        mirror()
            .commit(
                COURSE,
                0,
                ORIGIN,
                List.of(unstored("a.mov", large, Optional.empty())),
                Optional.empty()));

    for (Evidence evidence : Evidence.values()) {
      ManifestEntry entry = stored(COURSE, "a.mov", evidence);
      assertThat(entry.stored()).isFalse();
      assertThat(entry.hash()).isEqualTo(Sha256.of(large));
      assertThat(entry.recorded()).isEqualTo(Sha256.of(large));
      assertThat(entry.size()).isEqualTo(large.length);
    }
    assertThat(mirror().open(COURSE, new ArtifactPath("a.mov"))).isEmpty();
  }

  @Test
  default void commitShouldStoreBytesWhenFileWasUnstoredBefore() {
    byte[] bytes = text("a");
    Optional<Sha256> hash = Optional.of(Sha256.of(bytes));
    committed(
        mirror()
            .commit(
                COURSE,
                0,
                ORIGIN,
                List.of(unstored("a.md", bytes, Optional.empty())),
                Optional.empty()));
    writer().upload(COURSE, bytes);

    committed(
        mirror().commit(COURSE, 1, ORIGIN, List.of(put("a.md", bytes, hash)), Optional.empty()));

    assertThat(stored(COURSE, "a.md", Evidence.RECOMPUTED).stored()).isTrue();
    assertThat(mirror().open(COURSE, new ArtifactPath("a.md"))).isPresent();
  }

  @Test
  default void commitShouldTakeNewNameWhenBytesAreTheSame() {
    writer().write(COURSE, Samples.COMPOSED, text("a"));
    Optional<Sha256> hash = Optional.of(Sha256.of(text("a")));

    committed(
        mirror()
            .commit(
                COURSE,
                1,
                ORIGIN,
                List.of(put(Samples.DECOMPOSED, text("a"), hash)),
                Optional.empty()));

    ManifestEntry entry = stored(COURSE, Samples.COMPOSED, Evidence.RECORDED);
    assertThat(entry.name()).isEqualTo(Samples.DECOMPOSED);
    assertThat(entry.revision()).isEqualTo(2);
  }

  @Test
  default void commitShouldMoveFileWhenItIsDeletedAndPutElsewhere() {
    writer().write(COURSE, "old.md", text("a"));
    Sha256 hash = Sha256.of(text("a"));

    committed(
        mirror()
            .commit(
                COURSE,
                1,
                ORIGIN,
                List.of(
                    put("new.md", text("a")), new Change.Delete(new ArtifactPath("old.md"), hash)),
                Optional.empty()));

    assertThat(read(COURSE).files().get(new ArtifactPath("old.md")))
        .isInstanceOf(RemoteFile.Tombstone.class);
    assertThat(stored(COURSE, "new.md", Evidence.RECOMPUTED).hash()).isEqualTo(hash);
  }
}
