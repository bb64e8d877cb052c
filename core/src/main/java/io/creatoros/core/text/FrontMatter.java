package io.creatoros.core.text;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The YAML between two lines of three hyphens at the start of a Markdown text.
 *
 * @param values what it says
 * @param end where the text after it begins
 * @param lines how many lines it takes up, blank lines before it included
 */
record FrontMatter(StructuredText values, int end, int lines) {

  private static final String FENCE = "---";

  /** A line that gives a key; a Markdown text that begins with a rule has none there. */
  private static final Pattern KEY =
      Pattern.compile("[^\\s#:*>|\\-`!\\[][^:\\n\\r]{0,200}:(\\s.*)?|\\{.*", Pattern.DOTALL);

  /** A first line that hardly anybody writes but as a key of front matter. */
  private static final Pattern PLAIN_KEY = Pattern.compile("[a-z][\\w-]{0,60}:(\\s.*)?");

  /** Whether a text begins as front matter does, and no line ends it. */
  static boolean isOpen(String text) {
    Lines lines = new Lines(text, ByteOrderMark.startsIn(text) ? 1 : 0);
    while (lines.next() && lines.isBlank()) {}
    if (!lines.is(FENCE) || !lines.next() || !PLAIN_KEY.matcher(lines.text()).matches()) {
      return false;
    }
    while (lines.next()) {
      if (lines.is(FENCE)) {
        return false;
      }
    }
    return true;
  }

  /** The front matter of a text, if it is there and has an end. */
  static Optional<FrontMatter> of(String text) {
    Lines lines = new Lines(text, ByteOrderMark.startsIn(text) ? 1 : 0);
    while (lines.next() && lines.isBlank()) {}
    if (!lines.is(FENCE)) {
      return Optional.empty();
    }
    int start = lines.end();
    int firstLine = lines.number() + 1;
    boolean knownToBeYaml = false;
    while (lines.next()) {
      if (lines.is(FENCE)) {
        StructuredText values = YamlReader.read(text.substring(start, lines.start()), firstLine);
        return Optional.of(new FrontMatter(values, lines.end(), lines.number()));
      }
      if (!knownToBeYaml && !lines.isBlank() && !lines.startsWith('#')) {
        if (!KEY.matcher(lines.text()).matches()) {
          return Optional.empty();
        }
        knownToBeYaml = true;
      }
    }
    return Optional.empty();
  }
}
