package io.creatoros.core.assessment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** True and false, in words. */
final class Truth {

  /** The options of a question that is to be answered by true or false. */
  static final List<String> OPTIONS = List.of("true", "false");

  private static final Set<String> TRUE =
      Set.of("true", "yes", "verdadeiro", "verdadeira", "sim", "v", "certo", "correto");
  private static final Set<String> FALSE =
      Set.of("false", "no", "falso", "falsa", "não", "nao", "f", "errado", "incorreto");

  private Truth() {}

  static Optional<Boolean> of(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (TRUE.contains(word)) {
      return Optional.of(true);
    }
    return FALSE.contains(word) ? Optional.of(false) : Optional.empty();
  }
}
