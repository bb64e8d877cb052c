package io.creatoros.core.brief;

import io.creatoros.core.text.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The title of a course in the first heading of its brief. */
final class BriefTitle {

  private static final String NAME = "(?:course[ _-]brief|brief(?:ing)? d[eo] curso)";
  private static final String SHORT_NAME = "brief(?:ing)?";
  private static final String SIGNS = "\\s{0,4}[:|–—-]{1,4}\\s{0,4}";
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern BEFORE =
      Pattern.compile(
          "^[^\\p{L}\\p{N}]{0,9}(?:"
              + NAME
              + "(?:"
              + SIGNS
              + "|\\s|$)|"
              + SHORT_NAME
              + "(?:"
              + SIGNS
              + "|$))",
          FLAGS);
  private static final Pattern AFTER =
      Pattern.compile("(?:" + SIGNS + "|\\s\\()(?:" + NAME + "|" + SHORT_NAME + ")\\)?$", FLAGS);
  private static final Pattern SIGNS_BEFORE = Pattern.compile("^[^\\p{L}\\p{N}\"“(\\[]{1,9}");
  private static final Set<String> FORM =
      Set.of(
          "formulario completo de planejamento",
          "formulario de planejamento",
          "template",
          "modelo",
          "v1",
          "v2");
  private static final Pattern NUMBERED = Pattern.compile("[^\\p{L}]{0,9}\\d");
  private static final int LONGEST = 300;

  private BriefTitle() {}

  /**
   * The headings that may hold the title: the first of the first level, and one right after it that
   * opens no section.
   */
  static List<String> headings(List<Block> blocks) {
    int first = 0;
    while (first < blocks.size() && !isHeading(blocks, first, 1)) {
      first++;
    }
    List<String> headings = new ArrayList<>();
    if (first < blocks.size()) {
      headings.add(blocks.get(first).text());
      if (isHeading(blocks, first + 1, 2) && !opensSection(blocks.get(first + 1).text())) {
        headings.add(blocks.get(first + 1).text());
      }
    }
    return headings;
  }

  private static boolean isHeading(List<Block> blocks, int index, int level) {
    return index < blocks.size()
        && blocks.get(index) instanceof Block.Heading heading
        && heading.level() == level;
  }

  private static boolean opensSection(String heading) {
    String label = Label.normal(heading);
    return NUMBERED.matcher(heading).lookingAt()
        || Question.isAsked(label)
        || Stream.of(Section.values()).anyMatch(section -> section.isOpenedBy(label));
  }

  /** The heading without the words that every brief has; empty if nothing else is there. */
  static Optional<String> of(String heading) {
    String text = heading.substring(0, Math.min(LONGEST, heading.length())).replace("**", "");
    String title = BEFORE.matcher(text.strip()).replaceFirst("");
    title = SIGNS_BEFORE.matcher(AFTER.matcher(title).replaceFirst("")).replaceFirst("").strip();
    boolean isTitle = !title.isEmpty() && !Blank.is(title) && !FORM.contains(Label.normal(title));
    return isTitle ? Optional.of(Answer.clean(title)) : Optional.empty();
  }
}
