package io.creatoros.testkit;

import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.committed;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CommitResult.FilesMoved;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.ForeignEdit;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.storage.CorruptRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What readers and writers see after rows and bytes were edited by hand. */
public interface MirrorHandEditsContract extends MirrorHome {

  /** The course that these tests write. */
  CourseId COURSE = new CourseId("meu-clone-ia");

  /** The file whose row or bytes are edited. */
  ArtifactPath EDITED = new ArtifactPath("lessons/1.1-a.md");

  /** A file left alone. */
  ArtifactPath OTHER = new ArtifactPath("lessons/1.2-b.md");

  @Test
  default void readShouldShowDamageOnlyWhenRecomputedAfterBytesWereEdited() {
    assumeTrue(capabilities().contains(Capability.EDITS_BY_HAND), "nothing is edited by hand");
    writeTwoFiles();

    editBytes(COURSE, EDITED, text("f1rst"));

    ManifestEntry recorded = stored(COURSE, EDITED.value(), Evidence.RECORDED);
    ManifestEntry recomputed = stored(COURSE, EDITED.value(), Evidence.RECOMPUTED);
    assertThat(recorded.damaged()).isFalse();
    assertThat(recorded.hash()).isEqualTo(Sha256.of(text("first")));
    assertThat(recomputed.damaged()).isTrue();
    assertThat(recomputed.hash()).isEqualTo(Sha256.of(text("f1rst")));
    assertThat(recomputed.recorded()).isEqualTo(Sha256.of(text("first")));
    assertThat(stored(COURSE, OTHER.value(), Evidence.RECOMPUTED).damaged()).isFalse();
    assertThat(mirror().manifest(COURSE, Evidence.RECOMPUTED).entries().get(EDITED))
        .isEqualTo(recomputed);
  }

  @Test
  default void readShouldShowHashOfBytesWhenTheirLengthWasEdited() {
    assumeTrue(capabilities().contains(Capability.EDITS_BY_HAND), "nothing is edited by hand");
    writeTwoFiles();

    editBytes(COURSE, EDITED, text("much longer than it was"));

    assertThat(stored(COURSE, EDITED.value(), Evidence.RECOMPUTED).hash())
        .isEqualTo(Sha256.of(text("much longer than it was")));
  }

  @Test
  default void openShouldGiveEditedBytesWhenBytesWereEdited() throws IOException {
    assumeTrue(capabilities().contains(Capability.EDITS_BY_HAND), "nothing is edited by hand");
    writeTwoFiles();

    editBytes(COURSE, EDITED, text("f1rst"));

    try (InputStream in = mirror().open(COURSE, EDITED).orElseThrow()) {
      assertThat(in.readAllBytes()).isEqualTo(text("f1rst"));
    }
  }

  @Test
  default void uploadShouldRepairContentWhenItsBytesWereEdited() {
    assumeTrue(capabilities().contains(Capability.EDITS_BY_HAND), "nothing is edited by hand");
    writeTwoFiles();
    editBytes(COURSE, EDITED, text("much longer than it was"));
    Sha256 hash = Sha256.of(text("first"));
    assertThat(mirror().missing(COURSE, Map.of(hash, 5L))).containsExactly(hash);

    writer().upload(COURSE, text("first"));

    assertThat(mirror().missing(COURSE, Map.of(hash, 5L))).isEmpty();
    assertThat(stored(COURSE, EDITED.value(), Evidence.RECOMPUTED).damaged()).isFalse();
  }

  @Test
  default void readShouldShowNewHashWhenRecordedHashWasEdited() {
    assumeTrue(capabilities().contains(Capability.EDITS_BY_HAND), "nothing is edited by hand");
    writeTwoFiles();

    editHash(COURSE, EDITED, Sha256.of(text("other")));

    ManifestEntry entry = stored(COURSE, EDITED.value(), Evidence.RECORDED);
    assertThat(entry.recorded()).isEqualTo(Sha256.of(text("other")));
    assertThat(entry.revision()).isEqualTo(1);
    assertThat(read(COURSE).head().revision()).isEqualTo(1);
  }

  @Test
  default void commitShouldNameFileWhenItsRecordedHashWasEdited() {
    assumeTrue(capabilities().contains(Capability.EDITS_BY_HAND), "nothing is edited by hand");
    writeTwoFiles();
    Optional<Sha256> before = Optional.of(Sha256.of(text("first")));
    Optional<Sha256> after = Optional.of(Sha256.of(text("other")));
    writer().upload(COURSE, text("next"));

    editHash(COURSE, EDITED, after.get());

    var refused =
        mirror()
            .commit(
                COURSE,
                1,
                ORIGIN,
                List.of(put(EDITED.value(), text("next"), before)),
                Optional.empty());
    assertThat(refused).isEqualTo(new FilesMoved(Set.of(EDITED)));
    assertThat(
            committed(
                mirror()
                    .commit(
                        COURSE,
                        1,
                        ORIGIN,
                        List.of(put(EDITED.value(), text("next"), after)),
                        Optional.empty())))
        .isEqualTo(2);
  }

  @Test
  default void readShouldShowFileAsUnstoredWhenRecomputedAfterItsBytesWereDeleted()
      throws IOException {
    assumeTrue(capabilities().contains(Capability.EDITS_BY_HAND), "nothing is edited by hand");
    writeTwoFiles();
    Sha256 hash = Sha256.of(text("first"));

    deleteBytes(COURSE, EDITED);

    ManifestEntry recomputed = stored(COURSE, EDITED.value(), Evidence.RECOMPUTED);
    assertThat(recomputed.stored()).isFalse();
    assertThat(recomputed.hash()).isEqualTo(hash);
    assertThat(mirror().manifest(COURSE, Evidence.RECOMPUTED).entries().get(EDITED))
        .isEqualTo(recomputed);
    assertThat(mirror().missing(COURSE, Map.of(hash, 5L))).containsExactly(hash);
    try {
      assertThat(mirror().open(COURSE, EDITED)).isEmpty();
    } catch (CorruptRecordException e) {
      assertThat(e).hasMessageContaining(EDITED.value());
    }
  }

  @Test
  default void readShouldHoldNothingWhenRowWasDeleted() {
    assumeTrue(capabilities().contains(Capability.EDITS_BY_HAND), "nothing is edited by hand");
    writeTwoFiles();

    deleteRow(COURSE, EDITED);

    assertThat(read(COURSE).files()).containsOnlyKeys(OTHER);
    assertThat(read(COURSE).head().revision()).isEqualTo(1);
  }

  @Test
  default void foreignEditsShouldBeNumberedWhenRowsAndBytesWereEdited() {
    assumeTrue(capabilities().contains(Capability.NUMBERS_EDITS), "edits are not numbered");
    writeTwoFiles();

    editHash(COURSE, EDITED, Sha256.of(text("other")));
    long afterHash = read(COURSE).head().edits();
    editBytes(COURSE, OTHER, text("0ther"));
    long afterBytes = read(COURSE).head().edits();

    List<ForeignEdit> edits = mirror().foreignEdits(COURSE, 0);
    assertThat(afterHash).isPositive();
    assertThat(afterBytes).isGreaterThan(afterHash);
    assertThat(edits).isSortedAccordingTo(Comparator.comparingLong(ForeignEdit::number));
    assertThat(edits).allMatch(edit -> edit.course().equals(COURSE));
    assertThat(edits).anyMatch(edit -> edit.path().equals(Optional.of(EDITED.value())));
    assertThat(edits.get(edits.size() - 1).number()).isEqualTo(afterBytes);
    assertThat(mirror().foreignEdits(COURSE, afterHash))
        .isNotEmpty()
        .allMatch(edit -> edit.number() > afterHash);
    assertThat(mirror().foreignEdits(COURSE, afterBytes)).isEmpty();
    assertThat(mirror().heads(List.of(COURSE)).get(COURSE).edits()).isEqualTo(afterBytes);
  }

  @Test
  default void foreignEditsShouldBeNumberedWhenRowsOrBytesWereDeleted() {
    assumeTrue(capabilities().contains(Capability.NUMBERS_EDITS), "edits are not numbered");
    writeTwoFiles();

    deleteRow(COURSE, EDITED);
    long afterRow = read(COURSE).head().edits();
    deleteBytes(COURSE, OTHER);

    assertThat(afterRow).isPositive();
    assertThat(read(COURSE).head().edits()).isGreaterThan(afterRow);
  }

  @Test
  default void foreignEditsShouldBeEmptyWhenOnlyTheMirrorItselfWrote() {
    writeTwoFiles();
    writer().write(COURSE, EDITED.value(), text("second"));
    writer().write(COURSE, EDITED.value(), text("first"));
    writer().delete(COURSE, OTHER.value());
    writer().upload(COURSE, text("never committed"));
    mirror().move(COURSE, new CourseId("moved"));

    assertThat(mirror().foreignEdits(new CourseId("moved"), 0)).isEmpty();
    assertThat(read(new CourseId("moved")).head().edits()).isZero();
  }

  @Test
  default void foreignEditsShouldBeOfTheirCourseOnly() {
    assumeTrue(capabilities().contains(Capability.NUMBERS_EDITS), "edits are not numbered");
    writeTwoFiles();
    CourseId other = new CourseId("other");
    writer().write(other, "a.md", text("a"));

    editBytes(COURSE, EDITED, text("f1rst"));

    assertThat(mirror().foreignEdits(other, 0)).isEmpty();
    assertThat(read(other).head().edits()).isZero();
  }

  @Test
  default void foreignEditsShouldBeEmptyWhenEditsAreNotNumbered() {
    assumeFalse(capabilities().contains(Capability.NUMBERS_EDITS), "edits are numbered");
    writeTwoFiles();

    if (capabilities().contains(Capability.EDITS_BY_HAND)) {
      editBytes(COURSE, EDITED, text("f1rst"));
    }

    assertThat(mirror().foreignEdits(COURSE, 0)).isEmpty();
    assertThat(read(COURSE).head().edits()).isZero();
  }

  @Test
  default void readShouldBeTheSameByAnyEvidenceWhenNothingIsEditedByHand() {
    assumeFalse(capabilities().contains(Capability.EDITS_BY_HAND), "edits by hand are possible");
    writeTwoFiles();

    assertThat(mirror().read(COURSE, Evidence.RECOMPUTED)).isEqualTo(read(COURSE));
  }

  private void writeTwoFiles() {
    writer().write(COURSE, Map.of(EDITED.value(), text("first"), OTHER.value(), text("other")));
  }
}
