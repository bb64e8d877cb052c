package io.creatoros.core.lesson;

import io.creatoros.core.reading.PlainWords;
import io.creatoros.core.text.Block;
import io.creatoros.core.text.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a lesson says of itself: in its front matter, or else under its title in lines such as
 * {@code **Duração:** 15 minutos} or the rows of a table. These end where the lesson proper begins,
 * with the first heading that does not announce them.
 */
final class LessonSays {

  private static final Pattern LINE =
      Pattern.compile("(?:[-*>•] ?)?\\*\\*([^*|]{1,60})\\*\\*\\s?:?(.*)", Pattern.DOTALL);
  private static final Pattern NEXT_ON_LINE = Pattern.compile("\\s[|•·]\\s(?=\\*\\*)");
  private static final Pattern ANNOUNCEMENT =
      Pattern.compile("(?:metadados|metadata|informacoes|information|ficha|dados)( .*)?");

  private final Map<String, Said> values = new HashMap<>();

  private LessonSays() {}

  static LessonSays of(LessonHead head) {
    LessonSays says = new LessonSays();
    if (head.frontMatter() instanceof Value.Entries entries) {
      entries.values().forEach(says::addEntry);
    }
    says.addBlocks(head.blocks(), head.title());
    return says;
  }

  /** The value under the first of these names, which are in small letters without accents. */
  Optional<Said> get(String... names) {
    for (String name : names) {
      Said value = values.get(name);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  Optional<String> text(String... names) {
    return get(names).map(Said::text);
  }

  private void addEntry(String key, Value value) {
    String text =
        value.text().or(() -> value.text("name", "title")).orElseGet(() -> joined(value.items()));
    put(key, text, value.line());
  }

  private static String joined(List<Value> values) {
    return values.stream()
        .flatMap(value -> value.text().stream())
        .limit(10)
        .collect(Collectors.joining(", "));
  }

  private void addBlocks(List<Block> blocks, Optional<Block.Heading> title) {
    for (Block block : blocks) {
      boolean isTitle = title.isPresent() && title.get() == block;
      if (block instanceof Block.Heading heading) {
        if (!isTitle && !ANNOUNCEMENT.matcher(PlainWords.of(heading.text())).matches()) {
          return;
        }
      } else if (!(block instanceof Block.Code)) {
        addLines(block);
      }
    }
  }

  private void addLines(Block block) {
    int number = block.line();
    for (String line : block.text().split("\n", -1)) {
      addLine(line.strip(), number++);
    }
  }

  private void addLine(String line, int number) {
    if (line.startsWith("|")) {
      String[] cells = line.split("\\|", 4);
      if (cells.length > 2) {
        put(cells[1], cells[2], number);
      }
    } else if (line.contains("**")) {
      NEXT_ON_LINE.splitAsStream(line).forEach(part -> addPart(part, number));
    }
  }

  private void addPart(String part, int number) {
    Matcher matcher = LINE.matcher(part.strip());
    if (matcher.matches()) {
      put(matcher.group(1), matcher.group(2), number);
    }
  }

  private void put(String name, String value, int line) {
    String text = Inline.text(value);
    if (!text.isEmpty()) {
      values.putIfAbsent(PlainWords.of(name), new Said(text, line));
    }
  }
}
