package io.creatoros.core.text;

import io.creatoros.core.text.StructuredText.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Why YAML could not be read, in words for people who do not know its grammar. */
final class YamlProblems {

  private static final Map<String, String> REASONS = reasons();

  private YamlProblems() {}

  static Problem syntax(MarkedYAMLException e, int firstLine) {
    Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
    int line = (mark == null ? 0 : mark.getLine()) + firstLine;
    String found = (e.getContext() + " " + e.getProblem()).replaceAll("\\s+", " ");
    return REASONS.entrySet().stream()
        .filter(reason -> found.contains(reason.getKey()))
        .findFirst()
        .map(reason -> new Problem(line, reason.getValue(), false))
        .orElseGet(() -> other(line));
  }

  static Problem limit(int line) {
    return new Problem(line, "it is too long, nests too deeply or repeats itself too often", true);
  }

  static Problem other(int line) {
    return new Problem(line, "what stands here is not YAML", false);
  }

  /** From words of the parser's messages; the first that fits counts. */
  private static Map<String, String> reasons() {
    Map<String, String> reasons = new LinkedHashMap<>();
    reasons.put(
        "mapping values are not allowed",
        "a colon stands where none is expected; text with a colon needs quotation marks");
    reasons.put(
        "while scanning a quoted scalar", "a quotation mark is opened and not closed as it should");
    reasons.put(
        "while scanning a double-quoted scalar",
        "a backslash within quotation marks is followed by a character that gives it no meaning");
    reasons.put(
        "(TAB)", "a tab stands where spaces are expected; indentation must be made of spaces");
    reasons.put(
        "that cannot start any token",
        "the value begins with a character that needs quotation marks, such as @ or `");
    reasons.put(
        "could not find expected ':'", "a key lacks its colon, or a text its quotation marks");
    reasons.put(
        "found undefined alias", "a text that begins with * needs quotation marks around it");
    reasons.put(
        "while scanning an alias", "a text that begins with * needs quotation marks around it");
    reasons.put(
        "while scanning an anchor", "a text that begins with & needs quotation marks around it");
    reasons.put("while parsing a flow sequence", "a list in [ ] is not closed, or lacks a comma");
    reasons.put("while parsing a flow mapping", "a map in { } is not closed, or lacks a comma");
    reasons.put(
        "expected <block end>",
        "the line does not fit the lines above: its indentation differs, or text follows a closed"
            + " quotation mark");
    reasons.put("expected '<document start>'", "text stands after what should be the end");
    reasons.put("while scanning a directive", "a line that begins with % needs quotation marks");
    reasons.put("while scanning a block scalar", "| or > is followed by text on the same line");
    return reasons;
  }
}
