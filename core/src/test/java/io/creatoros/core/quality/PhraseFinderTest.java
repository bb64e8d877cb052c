package io.creatoros.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhraseFinderTest {

  @Test
  void findShouldTellWherePhrasesBeginWhenTheyOverlap() {
    assertThat(found("aBabA", "ab", "aba", "b", "x"))
        .containsExactly(List.of(0, 2), List.of(0, 2), List.of(1, 3), List.of());
  }

  @Test
  void findShouldFindShortPhrasesWhenTheTextEndsWithThem() {
    assertThat(found("?", "?", "ok")).containsExactly(List.of(0), List.of());
    assertThat(found("? ok", "?", "ok")).containsExactly(List.of(0), List.of(2));
    assertThat(found("", "?")).containsExactly(List.of());
  }

  @Test
  void findShouldAgreeWithASearchForEachPhraseWhenTextsAreMadeOfFewLetters() {
    Random random = new Random(5);
    for (int i = 0; i < 3_000; i++) {
      String[] phrases =
          random.ints(12, 1, 6).mapToObj(length -> text(length, random)).toArray(String[]::new);
      String text = text(random.nextInt(60), random);

      assertThat(found(text, phrases))
          .as("%s in %s", List.of(phrases), text)
          .isEqualTo(List.of(phrases).stream().map(phrase -> searched(text, phrase)).toList());
    }
  }

  @Test
  void constructorShouldRefuseMoreLettersThanItHasBitsFor() {
    String letters =
        IntStream.range(0, 64).mapToObj(i -> "" + (char) (0x4e00 + i)).reduce("", String::concat);

    assertThatThrownBy(() -> found("", letters))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too many letters");
  }

  private static List<List<Integer>> found(String text, String... phrases) {
    Vocabulary words = new Vocabulary();
    List<Phrase> all = words.phrases(phrases);
    Positions[] found = words.finder().find(text.toCharArray(), text.length()).positions();
    return all.stream().map(phrase -> all(found[phrase.index()])).toList();
  }

  private static List<Integer> all(Positions positions) {
    return IntStream.range(0, positions.size()).map(positions::get).boxed().toList();
  }

  private static List<Integer> searched(String text, String phrase) {
    String folded = text.toLowerCase(Locale.ROOT);
    List<Integer> starts = new ArrayList<>();
    for (int i = folded.indexOf(phrase); i >= 0; i = folded.indexOf(phrase, i + 1)) {
      starts.add(i);
    }
    return starts;
  }

  private static String text(int length, Random random) {
    return random
        .ints(length, 0, 3)
        .mapToObj(letter -> "abc".substring(letter, letter + 1))
        .reduce("", String::concat);
  }
}
