package io.creatoros.core.reading;

import java.util.List;
import java.util.Optional;

/** The six levels of Bloom's taxonomy, as creators name them. */
public final class BloomLevel {

  /** The levels from the lowest. */
  private static final List<Level> LEVELS =
      List.of(
          new Level("remember", "remember", "recall", "lembr", "record", "memor", "conhec"),
          new Level("understand", "understand", "comprehen", "compreen", "entend"),
          new Level("apply", "appl", "aplic"),
          new Level("analyze", "analy", "analis"),
          new Level("evaluate", "evalu", "avali"),
          new Level("create", "creat", "cria", "synth", "sintet"));

  private BloomLevel() {}

  /**
   * A level.
   *
   * @param beginnings how words for it begin, in English and Portuguese, without accents
   */
  private record Level(String name, List<String> beginnings) {
    Level(String name, String... beginnings) {
      this(name, List.of(beginnings));
    }

    boolean isNamedBy(String word) {
      return beginnings.stream().anyMatch(word::startsWith);
    }
  }

  /**
   * The level that a text names, in English lower case: {@code Aplicar} and {@code 3} are {@code
   * apply}; of several, as in {@code understand/analyze}, the highest counts. Empty if it names
   * none.
   */
  public static Optional<String> of(String text) {
    List<String> words = List.of(PlainWords.of(text).split(" "));
    return highest(words).or(() -> highestNumber(words));
  }

  private static Optional<String> highest(List<String> words) {
    return LEVELS.stream()
        .filter(level -> words.stream().anyMatch(level::isNamedBy))
        .reduce((lower, higher) -> higher)
        .map(Level::name);
  }

  private static Optional<String> highestNumber(List<String> words) {
    return words.stream()
        .filter(word -> word.matches("[1-6]"))
        .map(Integer::valueOf)
        .max(Integer::compare)
        .map(number -> LEVELS.get(number - 1).name());
  }
}
