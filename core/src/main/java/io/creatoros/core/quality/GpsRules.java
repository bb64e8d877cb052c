package io.creatoros.core.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * Goal, position and steps: each is there when a heading begins with its letter or its emoji, so
 * that {@code ### Principais pontos} is a position too. What a part lacks is told by its section,
 * which follows that letter.
 */
final class GpsRules {

  private static final String[] GOAL = {"g", "🎯"};
  private static final String[] POSITION = {"p", "🗺\ufe0f"};
  private static final String[] STEPS = {"s", "🛤\ufe0f"};
  private static final String[] AFTER_STEPS = {"💡", "⚡", "🔗"};

  private final Sign outcomes;
  private final Sign empathy;

  GpsRules(Vocabulary words) {
    outcomes = words.any("✅", "✓", "[x]").or(words.line("- ", "você vai", "você será capaz"));
    empathy =
        words.any(
            "eu sei",
            "eu entendo",
            "talvez você",
            "você pode estar",
            "i know",
            "i understand",
            "you might be",
            "maybe you");
  }

  GpsScore score(LessonText text) {
    Headings headings = text.headings();
    OptionalInt goal = headings.after(GOAL);
    OptionalInt position = headings.after(POSITION);
    OptionalInt steps = headings.after(STEPS);
    List<String> warnings = new ArrayList<>();
    if (goal.isPresent() && !outcomes.in(text, section(headings, goal))) {
      warnings.add(GpsScore.NO_OUTCOMES);
    }
    if (position.isPresent() && !empathy.in(text, section(headings, position))) {
      warnings.add(GpsScore.NO_EMPATHY);
    }
    if (steps.isPresent() && !hasSubsections(headings, steps.getAsInt())) {
      warnings.add(GpsScore.NO_SUBSECTIONS);
    }
    return new GpsScore(goal.isPresent(), position.isPresent(), steps.isPresent(), warnings);
  }

  private static Section section(Headings headings, OptionalInt start) {
    return headings.until(start.orElseThrow(), headings::isSpace);
  }

  /** The section of the steps goes on until a heading with the emoji of what follows steps. */
  private static boolean hasSubsections(Headings headings, int start) {
    Section section = headings.until(start, place -> headings.isSpaceAnd(place, AFTER_STEPS));
    IntPredicate third = place -> headings.isHash(place) && headings.isSpace(place + 1);
    OptionalInt subsection = headings.nextLine(start, third);
    return subsection.isPresent() && subsection.getAsInt() + "\n### ".length() <= section.to();
  }
}
