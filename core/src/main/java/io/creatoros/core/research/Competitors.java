package io.creatoros.core.research;

import io.creatoros.core.text.Block;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many competing courses were analysed, where a report says so: as {@code Courses Analyzed:
 * 12}, else as {@code 12 courses analyzed} or {@code analisamos 12 cursos}. Of {@code 15+} the 15
 * counts.
 */
final class Competitors {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int LONGEST = 400;

  private static final String COURSES =
      "(?:(?:competitive |competing )?courses|competitors|cursos(?: concorrentes| similares)?"
          + "|concorrentes|compet?idores)";
  private static final String ANALYSED =
      "(?:analy[sz]ed|researched|reviewed|analisad[oa]s|pesquisad[oa]s|mapead[oa]s|avaliad[oa]s)";
  private static final String NUMBER = "(\\d{1,4})(?![\\d.,]|\\s?[-–]\\s?\\d)";

  private static final Pattern LABELLED =
      Pattern.compile(
          "^\\W{0,9}(?:total (?:de|of) |n[uú]mero de |number of )?"
              + COURSES
              + " "
              + ANALYSED
              + "\\s?[:|]\\s?[~≈]?"
              + NUMBER,
          FLAGS);
  private static final Pattern TOLD =
      Pattern.compile(
          "(?<![\\d.,-])"
              + NUMBER
              + "\\+? "
              + COURSES
              + " (?:foram )?"
              + ANALYSED
              + "|(?:analisamos|we analy[sz]ed) (?:mais de )?"
              + NUMBER
              + "\\+? "
              + COURSES,
          FLAGS);

  private Competitors() {}

  static Optional<Integer> in(List<Block> blocks) {
    return lines(blocks)
        .map(line -> found(LABELLED, line))
        .flatMap(Optional::stream)
        .findFirst()
        .or(
            () ->
                lines(blocks).map(line -> found(TOLD, line)).flatMap(Optional::stream).findFirst());
  }

  private static Stream<String> lines(List<Block> blocks) {
    return blocks.stream()
        .filter(block -> !(block instanceof Block.Code))
        .flatMap(block -> block.text().lines())
        .map(line -> line.substring(0, Math.min(LONGEST, line.length())).replace("**", ""));
  }

  private static Optional<Integer> found(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.find()) {
      return Optional.empty();
    }
    boolean first = matcher.group(1) != null;
    return Optional.of(Integer.valueOf(first ? matcher.group(1) : matcher.group(2)));
  }
}
