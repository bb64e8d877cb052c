package io.creatoros.core.text;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Texts that somebody's cat walked over. The same seed gives the same ones. */
public final class Mutations {

  private static final List<String> PIECES =
      List.of(
          "\n",
          "  ",
          "- ",
          ": ",
          "'",
          "\"",
          "[",
          "]",
          "{",
          "}",
          "*a",
          "&a ",
          "#",
          "---\n",
          "\t",
          "0",
          "99999999999",
          "-1",
          "é",
          "🎯",
          "\u0000",
          "\uD800",
          "null",
          "~",
          "?",
          "!",
          "|\n");

  private Mutations() {}

  /** That many texts, each with a few pieces taken out, put in or doubled. */
  public static Stream<String> of(String text, int count, long seed) {
    Random random = new Random(seed);
    return Stream.generate(() -> mutate(text, random)).limit(count);
  }

  private static String mutate(String text, Random random) {
    StringBuilder mutant = new StringBuilder(text);
    for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
      int at = random.nextInt(mutant.length() + 1);
      int end = Math.min(mutant.length(), at + random.nextInt(20));
      switch (random.nextInt(4)) {
        case 0 -> mutant.delete(at, end);
        case 1 -> mutant.insert(at, mutant.substring(at, end));
        case 2 -> mutant.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
        default -> mutant.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return mutant.toString();
  }
}
