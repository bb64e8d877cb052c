package io.creatoros.core.lesson;

import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.FileFindings;
import io.creatoros.core.text.Block;
import io.creatoros.core.text.MarkdownReader;
import io.creatoros.core.text.MarkdownText;
import io.creatoros.core.text.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The beginning of a text, where it says what it is. What comes later is for learners.
 *
 * @param frontMatter the front matter; an empty map where there is none
 * @param blocks the blocks after it
 * @param whole whether the text ends with it
 */
record LessonHead(Value frontMatter, List<Block> blocks, boolean whole) {

  private static final int LENGTH = 2_500;
  private static final String FENCE = "---";

  static LessonHead of(CharSequence text, FileFindings findings) {
    int end = end(text, afterFrontMatter(text));
    String opening = text.subSequence(0, end).toString();
    MarkdownText markdown = MarkdownReader.read(opening);
    if (MarkdownReader.hasOpenFrontMatter(opening)) {
      findings.add(
          FindingCode.FRONT_MATTER_OPEN,
          1,
          "begins with --- and a key as front matter does, and no line --- ends it; nothing of it"
              + " is read",
          "write a line --- after the last key");
    }
    markdown.frontMatter().ifPresent(yaml -> findings.addProblem(yaml, FindingCode.YAML_INVALID));
    Value frontMatter =
        markdown
            .frontMatter()
            .flatMap(yaml -> yaml.documents().stream().findFirst())
            .orElseGet(() -> new Value.Entries(Map.of(), 1));
    return new LessonHead(frontMatter, markdown.blocks(), end == text.length());
  }

  /** Whether there is nothing but front matter. */
  boolean isEmpty() {
    return whole && blocks.isEmpty();
  }

  /** The heading that is the title: of the first level, or else the first with a label. */
  Optional<Block.Heading> title() {
    List<Block.Heading> headings =
        blocks.stream()
            .filter(Block.Heading.class::isInstance)
            .map(Block.Heading.class::cast)
            .toList();
    Optional<Block.Heading> first =
        headings.stream().filter(heading -> heading.level() == 1).findFirst();
    return first.isPresent()
        ? first
        : headings.stream()
            .filter(heading -> LessonTitle.of(heading.text()).label().isPresent())
            .findFirst();
  }

  /** Where the text goes on after what looks like front matter. */
  private static int afterFrontMatter(CharSequence text) {
    int start = 0;
    while (start < text.length() && isBlank(text.charAt(start))) {
      start++;
    }
    if (!isFence(text, start)) {
      return start;
    }
    int fence = text.toString().indexOf("\n" + FENCE, start);
    return fence < 0 ? start : fence + 1 + FENCE.length();
  }

  private static boolean isFence(CharSequence text, int start) {
    int end = Math.min(start + FENCE.length(), text.length());
    return FENCE.contentEquals(text.subSequence(start, end));
  }

  /** The end of the line on which the head is long enough; a line without end is cut. */
  private static int end(CharSequence text, int opening) {
    int least = opening + LENGTH;
    if (least >= text.length()) {
      return text.length();
    }
    int most = Math.min(least + LENGTH, text.length() - 1);
    for (int place = least; place <= most; place++) {
      if (text.charAt(place) == '\n') {
        return place;
      }
    }
    return least;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\ufeff';
  }
}
