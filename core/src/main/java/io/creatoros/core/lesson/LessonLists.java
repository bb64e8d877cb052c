package io.creatoros.core.lesson;

import io.creatoros.core.reading.PlainWords;
import io.creatoros.core.text.Block;
import io.creatoros.core.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a lesson lists of itself: in its front matter, or else under a heading. */
final class LessonLists {

  private static final int MOST = 50;
  private static final Pattern OBJECTIVES =
      Pattern.compile(
          "(?:learning )?(?:objetivos?|objectives?|outcomes)"
              + "(?: (?:da|de|desta|of|do|this|the|aula|licao|lesson|aprendizagem)){0,4}"
              + "|resultados de aprendizagem"
              + "|o que (?:voce|vc) vai aprender( .*)?|what you(?: will| ll)? learn( .*)?");

  /** How near the end of a promise its colon is; marks for bold and spaces may follow. */
  private static final int END_OF_PROMISE = 4;

  private static final Pattern PROMISE =
      Pattern.compile(
          ".*(?:voce vai|voce sera capaz|voce tera|you will|you ll)(?: .{1,40})?", Pattern.DOTALL);
  private static final Pattern CONCEPTS =
      Pattern.compile("(?:key|main) concepts?|conceitos (?:chave|principais|fundamentais)");
  private static final Pattern TICK = Pattern.compile("^(?:[✅✓✔☑•]\\ufe0f?|\\[[ xX]\\])\\s*");

  private final LessonHead head;
  private final List<Section> sections;

  LessonLists(LessonHead head) {
    this.head = head;
    this.sections = sections(head.blocks());
  }

  /**
   * What stands under a heading below the title.
   *
   * @param heading the heading in plain words
   */
  private record Section(String heading, List<Block> blocks) {}

  private static List<Section> sections(List<Block> blocks) {
    List<Section> sections = new ArrayList<>();
    List<Block> under = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Block.Heading heading) {
        under = new ArrayList<>();
        if (heading.level() > 1) {
          sections.add(new Section(PlainWords.of(heading.text()), under));
        }
      } else {
        under.add(block);
      }
    }
    return sections;
  }

  /** What is learnt. */
  List<String> objectives() {
    List<String> listed =
        ofFrontMatter(
            head.frontMatter(), "learning_objectives", "objectives", "objetivos", "objetivo");
    List<String> headed = listed.isEmpty() ? underHeading(OBJECTIVES) : listed;
    return headed.isEmpty() ? announced(head.blocks()) : headed;
  }

  /** The list that a paragraph such as {@code Ao final desta aula, você vai:} announces. */
  private static List<String> announced(List<Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      if (isProse(blocks.get(i)) && isPromise(blocks.get(i).text())) {
        List<Block> list = blocks.subList(i + 1, blocks.size());
        List<String> texts =
            texts(list.stream().takeWhile(Block.Item.class::isInstance).map(Block::text));
        if (!texts.isEmpty()) {
          return texts;
        }
      }
    }
    return List.of();
  }

  private static boolean isPromise(String text) {
    boolean announces = text.indexOf(':', Math.max(0, text.length() - END_OF_PROMISE)) >= 0;
    return announces && PROMISE.matcher(PlainWords.of(text)).matches();
  }

  /** The key concepts. */
  List<String> concepts() {
    List<String> listed =
        ofFrontMatter(
            head.frontMatter(), "key_concepts", "concepts", "conceitos", "conceitos_chave");
    return listed.isEmpty() ? underHeading(CONCEPTS) : listed;
  }

  /** A single text is a list of one. */
  private static List<String> ofFrontMatter(Value frontMatter, String... keys) {
    return frontMatter
        .get(keys)
        .map(value -> value.items().isEmpty() ? List.of(value) : value.items())
        .orElseGet(List::of)
        .stream()
        .flatMap(item -> item.text().or(() -> item.text("text", "objective", "title")).stream())
        .map(Inline::text)
        .limit(MOST)
        .toList();
  }

  /**
   * What stands under the first heading below the title that fits: its list, else its lines with
   * ticks, else its only paragraph.
   */
  private List<String> underHeading(Pattern fits) {
    return sections.stream()
        .filter(section -> fits.matcher(section.heading()).matches())
        .findFirst()
        .map(section -> listed(section.blocks()))
        .orElseGet(List::of);
  }

  private static List<String> listed(List<Block> blocks) {
    List<String> items =
        texts(blocks.stream().filter(Block.Item.class::isInstance).map(Block::text));
    if (!items.isEmpty()) {
      return items;
    }
    List<Block> prose = blocks.stream().filter(LessonLists::isProse).toList();
    List<String> ticked =
        texts(
            prose.stream()
                .flatMap(block -> block.text().lines())
                .filter(line -> TICK.matcher(line.strip()).find()));
    return ticked.isEmpty() && prose.size() == 1 ? texts(prose.stream().map(Block::text)) : ticked;
  }

  private static List<String> texts(Stream<String> written) {
    return written
        .map(text -> Inline.text(TICK.matcher(text.strip()).replaceFirst("")))
        .filter(text -> !text.isEmpty())
        .limit(MOST)
        .toList();
  }

  private static boolean isProse(Block block) {
    return block instanceof Block.Paragraph || block instanceof Block.Quote;
  }
}
