package io.creatoros.core.reading;

import java.util.List;
import java.util.Optional;

/** The three levels of courses, as creators name them. */
public final class KnowledgeLevel {

  /** The levels from the lowest. */
  private static final List<Level> LEVELS =
      List.of(
          new Level("beginner", List.of("begin", "inicia", "basic", "introdut", "introduc")),
          new Level("intermediate", List.of("intermedi")),
          new Level("advanced", List.of("advanc", "avanc", "expert")));

  private KnowledgeLevel() {}

  /**
   * A level.
   *
   * @param beginnings how words for it begin, in English and Portuguese, without accents
   */
  private record Level(String name, List<String> beginnings) {
    boolean isNamedBy(String word) {
      return beginnings.stream().anyMatch(word::startsWith);
    }
  }

  /**
   * The level that a text names: {@code beginner}, {@code intermediate} or {@code advanced}; of
   * several, as in {@code Iniciante a Intermediário}, the lowest counts. Empty if it names none.
   */
  public static Optional<String> of(String text) {
    List<String> words = List.of(PlainWords.of(text).split(" "));
    return LEVELS.stream()
        .filter(level -> words.stream().anyMatch(level::isNamedBy))
        .map(Level::name)
        .findFirst();
  }
}
