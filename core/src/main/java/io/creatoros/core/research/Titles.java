package io.creatoros.core.research;

import io.creatoros.core.text.Block;
import io.creatoros.core.text.MarkdownText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The titles of outlines and reports. */
final class Titles {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int LONGEST = 300;
  private static final int FIRST_BLOCKS = 40;

  /** What outlines are called, whatever the course. */
  private static final String NAME =
      "(?:course outline|outline|ementa|conte[uú]do program[aá]tico)"
          + "(?: (?:completo|completa|complete|detalhado|do curso|da trilha"
          + "|e conte[uú]do program[aá]tico)){0,3}";

  private static final String SIGNS = "[\\s:|–—-]{1,9}";
  private static final Pattern BEFORE = Pattern.compile("^" + NAME + "(?:" + SIGNS + "|$)", FLAGS);
  private static final Pattern AFTER = Pattern.compile(SIGNS + NAME + "$", FLAGS);
  private static final Pattern EMOJI = Pattern.compile("^[^\\p{L}\\p{N}\"“(\\[]{1,9}");

  /** The row of a table that names the course. */
  private static final Pattern ROW =
      Pattern.compile(
          "\\|?\\s{0,9}(?:t[ií]tulo|nome|curso)(?: d[oa]"
              + " (?:curso|trilha))?\\s{0,9}\\|([^|]{1,300})\\|?.*",
          FLAGS);

  private Titles() {}

  /** The title of a report: its front matter's, or its first heading. */
  static Optional<String> ofReport(MarkdownText text) {
    return declared(text).or(() -> heading(text.blocks(), 1).findFirst());
  }

  /**
   * The title of the course in an outline: its front matter's, that of a table, the first heading
   * without the words that all outlines have, or the heading right after it.
   */
  static Optional<String> ofOutline(MarkdownText text) {
    return declared(text)
        .or(() -> row(text.blocks()))
        .or(() -> heading(text.blocks(), 1).findFirst().flatMap(Titles::own))
        .or(() -> second(text.blocks()));
  }

  private static Optional<String> declared(MarkdownText text) {
    return text.frontMatter().stream()
        .flatMap(yaml -> yaml.documents().stream())
        .map(map -> map.text("course_title", "title", "titulo", "título"))
        .flatMap(Optional::stream)
        .map(Titles::plain)
        .findFirst();
  }

  private static Optional<String> row(List<Block> blocks) {
    return blocks.stream()
        .limit(FIRST_BLOCKS)
        .filter(Block.Paragraph.class::isInstance)
        .filter(block -> block.text().startsWith("|"))
        .flatMap(block -> block.text().lines().limit(FIRST_BLOCKS))
        .map(line -> ROW.matcher(line.replace("**", "")))
        .filter(Matcher::matches)
        .map(row -> plain(row.group(1)))
        .filter(title -> !title.isEmpty())
        .findFirst();
  }

  private static Stream<String> heading(List<Block> blocks, int level) {
    return blocks.stream()
        .filter(block -> block instanceof Block.Heading heading && heading.level() == level)
        .map(block -> plain(block.text()))
        .filter(title -> !title.isEmpty());
  }

  private static Optional<String> own(String heading) {
    String title = AFTER.matcher(BEFORE.matcher(heading).replaceFirst("")).replaceFirst("");
    return Optional.of(title.strip()).filter(words -> !words.isEmpty());
  }

  /** The second block, if the first two are headings. */
  private static Optional<String> second(List<Block> blocks) {
    boolean both =
        blocks.size() > 1
            && blocks.get(0) instanceof Block.Heading
            && blocks.get(1) instanceof Block.Heading;
    return both ? Optional.of(plain(blocks.get(1).text())) : Optional.empty();
  }

  private static String plain(String text) {
    String start = text.substring(0, Math.min(LONGEST, text.length())).replace("**", "").strip();
    return EMOJI.matcher(start).replaceFirst("").strip();
  }
}
