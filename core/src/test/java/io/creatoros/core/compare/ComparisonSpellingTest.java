package io.creatoros.core.compare;

import static io.creatoros.core.compare.Sides.LESSON;
import static io.creatoros.core.compare.Sides.OLD;
import static io.creatoros.core.compare.Sides.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.RemoteFile;
import java.text.Normalizer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One path that is spelled in two Unicode forms. */
class ComparisonSpellingTest {

  private final Sides sides = new Sides();

  @Test
  void compareShouldOweWriteWhenSpellingChangedHere() {
    String decomposed = Normalizer.normalize(LESSON.value(), Normalizer.Form.NFD);
    sides.local.put(LESSON, entry(LESSON, decomposed, OLD, 0));
    sides.base(LESSON, OLD, 5);
    sides.there(LESSON, OLD, 5);

    assertThat(sides.verdict(LESSON)).isEqualTo(Verdict.OWED);
    assertThat(sides.compare().paths().get(LESSON).reason()).contains("spelled");
    assertThat(sides.left(LESSON)).contains(new Base(Optional.of(OLD), LESSON.value(), 5));
  }

  @Test
  void compareShouldSayEqualWhenMirrorHasTheNewSpelling() {
    String decomposed = Normalizer.normalize(LESSON.value(), Normalizer.Form.NFD);
    sides.local.put(LESSON, entry(LESSON, decomposed, OLD, 0));
    sides.base(LESSON, OLD, 5);
    sides.remote.put(LESSON, new RemoteFile.Stored(entry(LESSON, decomposed, OLD, 6)));
    sides.head = 6;

    assertThat(sides.verdict(LESSON)).isEqualTo(Verdict.EQUAL);
    assertThat(sides.left(LESSON)).contains(new Base(Optional.of(OLD), decomposed, 6));
  }

  @Test
  void compareShouldSayEqualWhenOthersSpellThePathDifferently() {
    String decomposed = Normalizer.normalize(LESSON.value(), Normalizer.Form.NFD);
    sides.here(LESSON, OLD);
    sides.base(LESSON, OLD, 5);
    sides.remote.put(LESSON, new RemoteFile.Stored(entry(LESSON, decomposed, OLD, 6)));
    sides.head = 6;
    assertThat(sides.verdict(LESSON)).isEqualTo(Verdict.EQUAL);

    sides.bases.clear();
    assertThat(sides.verdict(LESSON)).isEqualTo(Verdict.EQUAL);

    sides.bases.put(LESSON, PathBase.of(new Base(Optional.empty(), "", 5)));
    assertThat(sides.verdict(LESSON)).isEqualTo(Verdict.EQUAL);
    assertThat(sides.left(LESSON)).contains(new Base(Optional.of(OLD), LESSON.value(), 6));
  }
}
