package io.creatoros.core.compare;

import static io.creatoros.core.compare.Sides.A;
import static io.creatoros.core.compare.Sides.B;
import static io.creatoros.core.compare.Sides.NEW;
import static io.creatoros.core.compare.Sides.OLD;
import static io.creatoros.core.compare.Sides.THEIRS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * One example for each rule of three sides that are known; {@link ComparisonTableTest} goes through
 * all there is.
 */
class ComparisonTest {

  private final Sides sides = new Sides();

  @Test
  void compareShouldSayEqualWhenNothingMoved() {
    sides.here(A, OLD);
    sides.base(A, OLD, 5);
    sides.there(A, OLD, 5);

    assertThat(sides.verdict(A)).isEqualTo(Verdict.EQUAL);
  }

  @Test
  void compareShouldOweWriteWhenOnlyFileMoved() {
    sides.here(A, NEW);
    sides.base(A, OLD, 5);
    sides.there(A, OLD, 5);

    assertThat(sides.verdict(A)).isEqualTo(Verdict.OWED);
    assertThat(sides.compare().paths().get(A).expected()).contains(OLD);
  }

  @Test
  void compareShouldOweDeleteWhenOnlyFileWentAway() {
    sides.base(A, OLD, 5);
    sides.there(A, OLD, 5);

    assertThat(sides.verdict(A)).isEqualTo(Verdict.OWED_DELETE);
  }

  @Test
  void compareShouldSayRemoteAheadWhenOnlyMirrorMoved() {
    sides.here(A, OLD);
    sides.base(A, OLD, 5);
    sides.there(A, THEIRS, 6);
    sides.here(B, OLD);
    sides.base(B, OLD, 5);
    sides.deletedThere(B, OLD, 6);
    sides.head = 6;

    assertThat(sides.verdict(A)).isEqualTo(Verdict.REMOTE_AHEAD);
    assertThat(sides.verdict(B)).isEqualTo(Verdict.REMOTE_AHEAD);
  }

  @Test
  void compareShouldAdoptBaseWhenBothMovedToTheSameBytes() {
    sides.here(A, NEW);
    sides.base(A, OLD, 5);
    sides.there(A, NEW, 6);
    sides.head = 6;

    assertThat(sides.verdict(A)).isEqualTo(Verdict.EQUAL);
    assertThat(sides.left(A)).contains(new Base(Optional.of(NEW), "a.md", 6));
  }

  @Test
  void compareShouldAdoptAbsenceWhenBothDeleted() {
    sides.base(A, OLD, 5);
    sides.deletedThere(A, OLD, 6);
    sides.head = 6;

    assertThat(sides.verdict(A)).isEqualTo(Verdict.EQUAL);
    assertThat(sides.left(A)).contains(new Base(Optional.empty(), "", 6));
  }

  @Test
  void compareShouldSayConflictWhenBothMovedApart() {
    sides.here(A, NEW);
    sides.base(A, OLD, 5);
    sides.there(A, THEIRS, 6);
    sides.head = 6;

    assertThat(sides.verdict(A)).isEqualTo(Verdict.CONFLICT);
    assertThat(sides.left(A)).contains(new Base(Optional.of(OLD), "a.md", 5));
  }

  @Test
  void compareShouldSayConflictWhenOneEditedWhatTheOtherDeleted() {
    sides.here(A, NEW);
    sides.base(A, OLD, 5);
    sides.deletedThere(A, OLD, 6);
    sides.base(B, OLD, 5);
    sides.there(B, THEIRS, 6);
    sides.head = 6;

    assertThat(sides.verdict(A)).isEqualTo(Verdict.CONFLICT);
    assertThat(sides.verdict(B)).isEqualTo(Verdict.CONFLICT);
  }

  @Test
  void compareShouldIgnoreRevisionsWhenBytesAreTheSame() {
    sides.here(A, OLD);
    sides.base(A, OLD, 5);
    sides.there(A, OLD, 9);
    sides.head = 9;

    assertThat(sides.verdict(A)).isEqualTo(Verdict.EQUAL);
    assertThat(sides.left(A)).contains(new Base(Optional.of(OLD), "a.md", 9));
  }
}
