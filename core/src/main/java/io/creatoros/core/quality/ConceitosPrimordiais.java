package io.creatoros.core.quality;

import java.util.List;

/**
 * 20 points: headings of the third level or deeper (three for 10, two for 6, one for 3), why before
 * how (5), and two kinds of definitions (5, or 2 for one kind).
 */
final class ConceitosPrimordiais implements Element {

  private final Sign whyBeforeHow;
  private final List<Sign> definitions;

  ConceitosPrimordiais(Vocabulary words) {
    whyBeforeHow =
        words
            .line("por que", "funciona")
            .or(words.line("why", "works"))
            .or(words.any("antes do como"))
            .or(words.line("before", "how"));
    definitions =
        List.of(
            words.any("é como", "é que"),
            words.any("significa"),
            words.any("is like", "is that"),
            words.any("means"));
  }

  @Override
  public int points(LessonText text) {
    int distinct = Sign.distinct(definitions, text, text.whole());
    return headings(text)
        + (whyBeforeHow.in(text) ? 5 : 0)
        + (distinct >= 2 ? 5 : distinct == 1 ? 2 : 0);
  }

  private static int headings(LessonText text) {
    return switch (text.headings().countDeep()) {
      case 0 -> 0;
      case 1 -> 3;
      case 2 -> 6;
      default -> 10;
    };
  }
}
