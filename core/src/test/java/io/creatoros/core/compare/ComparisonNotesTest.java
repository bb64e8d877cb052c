package io.creatoros.core.compare;

import static io.creatoros.core.compare.Sides.A;
import static io.creatoros.core.compare.Sides.B;
import static io.creatoros.core.compare.Sides.NEW;
import static io.creatoros.core.compare.Sides.OLD;
import static io.creatoros.core.compare.Sides.THEIRS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A note tells our own write, whose answer was lost, from that of others. */
class ComparisonNotesTest {

  private final Sides sides = new Sides();

  @Test
  void compareShouldTakeOwnWriteForBaseWhenItsAnswerWasLost() {
    sides.here(A, Case.hash("edited since"));
    sides.base(A, OLD, 5);
    sides.note(A, Optional.of(NEW));
    sides.there(A, NEW, 6);
    sides.here(B, NEW);
    sides.note(B, Optional.of(OLD));
    sides.there(B, OLD, 6);
    sides.head = 6;

    assertThat(sides.verdict(A)).isEqualTo(Verdict.OWED);
    assertThat(sides.left(A)).contains(new Base(Optional.of(NEW), "a.md", 6));
    assertThat(sides.verdict(B)).isEqualTo(Verdict.OWED);
  }

  @Test
  void compareShouldTakeOwnDeleteForBaseWhenItsAnswerWasLost() {
    sides.here(A, NEW);
    sides.base(A, OLD, 5);
    sides.note(A, Optional.empty());
    sides.deletedThere(A, OLD, 6);
    sides.head = 6;

    assertThat(sides.verdict(A)).isEqualTo(Verdict.OWED);
    assertThat(sides.left(A)).contains(new Base(Optional.empty(), "", 6));
  }

  @Test
  void compareShouldNotTakeEditByHandForOwnWriteWhenRevisionStood() {
    sides.here(A, OLD);
    sides.base(A, OLD, 5);
    sides.note(A, Optional.of(NEW));
    sides.there(A, NEW, 5);

    assertThat(sides.verdict(A)).isEqualTo(Verdict.REMOTE_AHEAD);
  }

  @Test
  void compareShouldNotTakeOlderFileForOwnWriteWhenMirrorWasRestored() {
    sides.here(A, NEW);
    sides.base(A, OLD, 5);
    sides.note(A, Optional.of(THEIRS));
    sides.there(A, THEIRS, 3);
    sides.head = 9;

    assertThat(sides.compare().restored()).isTrue();
    assertThat(sides.verdict(A)).isEqualTo(Verdict.CONFLICT);
  }
}
