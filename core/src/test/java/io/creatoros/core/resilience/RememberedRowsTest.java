package io.creatoros.core.resilience;

import static io.creatoros.core.resilience.KnownMirror.A;
import static io.creatoros.core.resilience.KnownMirror.B;
import static io.creatoros.core.resilience.KnownMirror.COURSE;
import static io.creatoros.core.resilience.KnownMirror.FIRST;
import static io.creatoros.core.resilience.KnownMirror.SECOND;
import static io.creatoros.core.resilience.KnownMirror.row;
import static io.creatoros.core.resilience.KnownMirror.whole;
import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.SampleRows.METADATA;
import static io.creatoros.testkit.SampleRows.PIECE;
import static io.creatoros.testkit.SampleRows.healing;
import static io.creatoros.testkit.SampleRows.lesson;
import static io.creatoros.testkit.SampleRows.metadata;
import static io.creatoros.testkit.SampleRows.piece;
import static io.creatoros.testkit.SampleRows.projection;
import static io.creatoros.testkit.SampleRows.unsearchable;
import static io.creatoros.testkit.SampleRows.with;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.TypedRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Typed rows that the mirror took are not sent again. */
class RememberedRowsTest {

  private final KnownMirror known = new KnownMirror();

  @Test
  void rowsThatAreThereShouldNotBeSentAgain() {
    known.projected(0, List.of(put(A, FIRST), put(B, SECOND)), Map.of());

    Projection sent = known.sent(whole());

    assertThat(sent.rows()).isEmpty();
    assertThat(sent.kept()).containsExactly(PIECE, METADATA, lesson(A), lesson(B));
    assertThat(known.home.rows(COURSE).rows()).hasSize(4);
    assertThat(known.sent(whole()).kept()).as("still").hasSize(4);
  }

  @Test
  void rowsThatDifferShouldBeSentWithTheirTexts() {
    known.projected(0, List.of(put(A, FIRST), put(B, SECOND)), Map.of());
    Sha256 brief = Sha256.of(text("brief"));
    Sha256 unused = Sha256.of(text("of a row that is kept"));
    TypedRow changed = metadata(3, brief);
    Map<Sha256, String> texts = Map.of(brief, "brief", unused, "of a row that is kept");

    Projection sent = known.sent(with(projection(piece("T"), changed, row(A, FIRST)), texts));

    assertThat(sent.rows()).containsExactly(changed);
    assertThat(sent.kept()).containsExactly(PIECE, lesson(A));
    assertThat(sent.texts()).isEqualTo(Map.of(brief, "brief"));
    assertThat(sent.personas()).isEqualTo(whole().personas());
    assertThat(sent.facts()).isEmpty();
    assertThat(sent.version()).isEqualTo(whole().version());
    assertThat(sent.searchable()).isTrue();
    assertThat(known.home.rows(COURSE).rows()).containsOnlyKeys(PIECE, METADATA, lesson(A));
    assertThat(known.sent(projection(piece("T"), changed)).kept()).containsExactly(PIECE, METADATA);
  }

  @Test
  void rowThatWasRefusedShouldBeSentAgain() {
    known.home.database().refuse(lesson(A));
    known.projected(0, List.of(put(A, FIRST), put(B, SECOND)), Map.of());

    assertThat(known.sent(whole()).rows()).extracting(TypedRow::key).containsExactly(lesson(A));
  }

  @Test
  void rowsShouldStayKnownWhenCommitIsEmpty() {
    known.projected(0, List.of(put(A, FIRST), put(B, SECOND)), Map.of());

    known.mirror.commit(COURSE, 1, "other", List.of(), Optional.empty());

    assertThat(known.sent(whole()).kept()).hasSize(4);
  }

  @Test
  void allRowsShouldBeSentWhenTheyAreToBeHealedOrSearchedOrOfAnotherVersion() {
    Projection anotherVersion =
        new Projection(
            4, whole().facts(), whole().rows(), whole().texts(), whole().personas(), false, true);
    for (Projection other : List.of(healing(whole()), unsearchable(whole()), anotherVersion)) {
      known.startAnew();
      known.projected(0, List.of(put(A, FIRST), put(B, SECOND)), Map.of());

      assertThat(known.sent(other)).isEqualTo(other);
    }
  }

  @Test
  void allRowsShouldBeSentWhenFilesWereCommittedWithoutThem() {
    known.projected(0, List.of(put(A, FIRST)), Map.of());
    known.writeKnown(1, B, SECOND);

    assertThat(known.sent(2, whole()).kept()).isEmpty();
  }

  @Test
  void allRowsShouldBeSentWhenOneThatWasKeptIsGone() {
    known.projected(0, List.of(put(A, FIRST), put(B, SECOND)), Map.of());
    known.home.deleteTyped(COURSE, lesson(A));

    assertThat(known.mirror.commit(COURSE, 1, ORIGIN, List.of(), Optional.of(whole())))
        .isEqualTo(new CommitResult.CourseMoved(1));

    assertThat(known.read(COURSE).head().edits()).isPositive();
    assertThat(known.sent(whole()).kept()).isEmpty();
    assertThat(known.home.rows(COURSE).rows()).containsKey(lesson(A));
  }
}
