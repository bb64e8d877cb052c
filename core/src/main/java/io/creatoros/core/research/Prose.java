package io.creatoros.core.research;

import io.creatoros.core.text.Block;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The first paragraph of a text that is more than a label, a list or a table. */
final class Prose {

  static final int LONGEST = 500;

  private static final int SHORTEST = 40;
  private static final int SHORTEST_ANNOUNCEMENT = 100;
  private static final int LONGEST_PARAGRAPH = 20_000;
  private static final Pattern LABEL =
      Pattern.compile("\\W{0,9}\\*\\*[^*]{1,60}(?::\\*\\*|\\*\\*:)(.*)");
  private static final int SHORT_VALUE = 100;

  private Prose() {}

  static Optional<String> first(List<Block> blocks) {
    int headings = 0;
    for (Block block : blocks) {
      headings += block instanceof Block.Heading ? 1 : 0;
      if (block instanceof Block.Paragraph || block instanceof Block.Quote) {
        String text = prose(block, headings > 1);
        if (isProse(text)) {
          return Optional.of(shortened(text));
        }
      }
    }
    return Optional.empty();
  }

  /** What announces a list must be long to say anything. */
  private static boolean isProse(String text) {
    int shortest = text.endsWith(":") ? SHORTEST_ANNOUNCEMENT : SHORTEST;
    return text.length() >= shortest && text.indexOf(' ') > 0;
  }

  /** Its lines but those of tables and labels; the labels at the head of a file are data alone. */
  private static String prose(Block block, boolean opened) {
    String text = block.text();
    return text.substring(0, Math.min(LONGEST_PARAGRAPH, text.length()))
        .lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("|") && !isLabel(line, opened))
        .collect(Collectors.joining(" "))
        .replace("**", "")
        .strip();
  }

  private static boolean isLabel(String line, boolean opened) {
    Matcher label = LABEL.matcher(line);
    return label.matches() && (!opened || label.group(1).strip().length() < SHORT_VALUE);
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int space = text.lastIndexOf(' ', LONGEST - 1);
    int end = space > LONGEST / 2 ? space : LONGEST - 1;
    int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    return text.substring(0, whole).strip() + "…";
  }
}
