package io.creatoros.core.quality;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * 15 points: the goal section promises outcomes (5, or 3 for fewer than three), stirs emotions (5,
 * or 2 for a single word) and says why (5). The section is what follows the line of the first
 * heading with G or 🎯, up to a line that begins with two hashes. Without one there are no points.
 */
final class HookEmocional implements Element {

  private static final String[] GOAL = {"g", "🎯"};

  private final List<Phrase> ticks;
  private final Phrase tickedBox;
  private final List<Sign> emotions;
  private final Sign why;

  HookEmocional(Vocabulary words) {
    ticks = words.phrases("✅", "✓");
    tickedBox = words.phrase("[x]");
    emotions =
        Stream.of(
                "economizar",
                "transformar",
                "dominar",
                "melhorar",
                "save",
                "transform",
                "master",
                "improve")
            .map(words::any)
            .toList();
    why =
        words
            .line("por que", "importa", "matters")
            .or(words.any("isso vai", "isso irá", "this will", "this is going to"));
  }

  @Override
  public int points(LessonText text) {
    OptionalInt goal = text.headings().after(GOAL);
    if (goal.isEmpty() || text.lineEnd(goal.getAsInt()) == text.length()) {
      return 0;
    }
    int start = text.lineEnd(goal.getAsInt()) + 1;
    Section section = text.headings().until(start, afterHashes -> true);
    return outcomes(text, section) + emotion(text, section) + (why.in(text, section) ? 5 : 0);
  }

  private int outcomes(LessonText text, Section section) {
    int outcomes = text.count(ticks, section) + tickedBoxes(text, section);
    return outcomes >= 3 ? 5 : outcomes >= 1 ? 3 : 0;
  }

  /** Only a small x ticks a box here. */
  private int tickedBoxes(LessonText text, Section section) {
    Positions boxes = text.positions(tickedBox);
    int ticked = 0;
    for (int i = boxes.index(section.from()); i < boxes.index(section.to()); i++) {
      ticked += text.charAt(boxes.get(i) + 1) == 'x' ? 1 : 0;
    }
    return ticked;
  }

  private int emotion(LessonText text, Section section) {
    int distinct = Sign.distinct(emotions, text, section);
    return distinct >= 2 ? 5 : distinct == 1 ? 2 : 0;
  }
}
