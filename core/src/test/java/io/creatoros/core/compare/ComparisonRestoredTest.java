package io.creatoros.core.compare;

import static io.creatoros.core.compare.Sides.A;
import static io.creatoros.core.compare.Sides.B;
import static io.creatoros.core.compare.Sides.NEW;
import static io.creatoros.core.compare.Sides.OLD;
import static io.creatoros.core.compare.Sides.THEIRS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A mirror that was restored or emptied is told by its revisions, and takes no local file away. */
class ComparisonRestoredTest {

  private final Sides sides = new Sides();

  @Test
  void compareShouldSayRestoredWhenCourseWentBack() {
    sides.here(A, NEW);
    sides.base(A, NEW, 5);
    sides.there(A, OLD, 3);
    sides.here(B, OLD);
    sides.base(B, OLD, 4);
    sides.head = 4;

    assertThat(sides.compare().restored()).isTrue();
    assertThat(sides.compare().firstContact()).isFalse();
    assertThat(sides.verdict(A)).isEqualTo(Verdict.CONFLICT);
    assertThat(sides.verdict(B)).isEqualTo(Verdict.OWED);
    assertThat(sides.left(B)).isEmpty();
  }

  @Test
  void compareShouldSayRestoredWhenOthersWroteSince() {
    sides.here(A, OLD);
    sides.base(A, OLD, 5);
    sides.there(B, THEIRS, 9);
    sides.head = 9;

    assertThat(sides.compare().restored()).isTrue();
    assertThat(sides.verdict(A)).isEqualTo(Verdict.OWED);
    assertThat(sides.verdict(B)).isEqualTo(Verdict.REMOTE_AHEAD);
  }

  @Test
  void compareShouldOweAllWhenMirrorWasEmptied() {
    sides.here(A, OLD);
    sides.base(A, OLD, 5);
    sides.base(B, OLD, 5);
    sides.head = 0;

    assertThat(sides.compare().restored()).isTrue();
    assertThat(sides.verdict(A)).isEqualTo(Verdict.OWED);
    assertThat(sides.compare().paths()).doesNotContainKey(B);
  }
}
