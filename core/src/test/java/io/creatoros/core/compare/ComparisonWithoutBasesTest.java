package io.creatoros.core.compare;

import static io.creatoros.core.compare.Sides.A;
import static io.creatoros.core.compare.Sides.B;
import static io.creatoros.core.compare.Sides.NEW;
import static io.creatoros.core.compare.Sides.OLD;
import static io.creatoros.core.compare.Sides.THEIRS;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two sides alone, and the first contact with a course that others wrote. */
class ComparisonWithoutBasesTest {

  private final Sides sides = new Sides();

  @Test
  void compareShouldFollowRulesWithoutBaseWhenIndexWasLost() {
    sides.seen = -1;
    sides.here(A, OLD);
    sides.there(A, OLD, 3);
    ArtifactPath differs = new ArtifactPath("differs.md");
    sides.here(differs, NEW);
    sides.there(differs, OLD, 3);
    ArtifactPath onlyThere = new ArtifactPath("only there.md");
    sides.there(onlyThere, OLD, 3);
    ArtifactPath onlyHere = new ArtifactPath("only here.md");
    sides.here(onlyHere, OLD);
    ArtifactPath deletedThere = new ArtifactPath("deleted there.md");
    sides.here(deletedThere, OLD);
    sides.deletedThere(deletedThere, OLD, 3);
    ArtifactPath editedSince = new ArtifactPath("edited since.md");
    sides.here(editedSince, NEW);
    sides.deletedThere(editedSince, OLD, 3);
    ArtifactPath gone = new ArtifactPath("gone.md");
    sides.deletedThere(gone, OLD, 3);

    assertThat(sides.verdict(A)).isEqualTo(Verdict.EQUAL);
    assertThat(sides.left(A)).contains(new Base(Optional.of(OLD), "a.md", 3));
    assertThat(sides.verdict(differs)).isEqualTo(Verdict.CONFLICT);
    assertThat(sides.verdict(onlyThere)).isEqualTo(Verdict.REMOTE_AHEAD);
    assertThat(sides.verdict(onlyHere)).isEqualTo(Verdict.OWED);
    assertThat(sides.verdict(deletedThere)).isEqualTo(Verdict.REMOTE_AHEAD);
    assertThat(sides.verdict(editedSince)).isEqualTo(Verdict.CONFLICT);
    assertThat(sides.verdict(gone)).isEqualTo(Verdict.EQUAL);
    assertThat(sides.left(gone)).contains(new Base(Optional.empty(), "", 3));
  }

  @Test
  void compareShouldSayFirstContactWhenOthersWroteTheCourse() {
    sides.seen = -1;
    sides.here(A, NEW);
    sides.there(B, OLD, 3);

    assertThat(sides.compare().firstContact()).isTrue();
    assertThat(sides.compare().hasAnythingToWrite()).isTrue();
  }

  @Test
  void compareShouldSayFirstContactWhenOwnFirstRunBrokeOff() {
    sides.seen = 0;
    sides.here(A, NEW);
    sides.note(A, Optional.of(NEW));
    sides.there(A, THEIRS, 1);
    sides.head = 1;

    assertThat(sides.compare().firstContact()).isTrue();
    assertThat(sides.verdict(A)).isEqualTo(Verdict.CONFLICT);
  }

  @Test
  void compareShouldSayNoFirstContactWhenAnswerOfFirstCommitWasLost() {
    sides.seen = 0;
    sides.here(A, NEW);
    sides.note(A, Optional.of(NEW));
    sides.there(A, NEW, 1);
    sides.head = 1;

    assertThat(sides.compare().firstContact()).isFalse();
    assertThat(sides.verdict(A)).isEqualTo(Verdict.EQUAL);
  }

  @Test
  void compareShouldSayNoFirstContactWhenMirrorLacksTheCourse() {
    sides.seen = -1;
    sides.here(A, NEW);
    sides.head = 0;

    assertThat(sides.compare().firstContact()).isFalse();
  }
}
