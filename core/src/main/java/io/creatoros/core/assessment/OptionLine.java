package io.creatoros.core.assessment;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line that is an option: {@code a) text}, perhaps with a tick behind it. */
final class OptionLine {

  private static final Pattern LETTERED =
      Pattern.compile("\\*{0,2}\\(?([a-hA-H])[).]\\*{0,2}\\s+(\\S.*)");
  private static final Pattern TICK =
      Pattern.compile("\\s*(?:[✓✔✅☑]\\uFE0F?|\\((?:correta?|correct)\\))\\**\\s*$");
  private static final int LONGEST = 2_000;

  private OptionLine() {}

  static Optional<Option> of(String line) {
    if (line.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher lettered = LETTERED.matcher(line.strip());
    return lettered.matches()
        ? Optional.of(
            option(
                Optional.of(lettered.group(1).toLowerCase(Locale.ROOT)), lettered.group(2), false))
        : Optional.empty();
  }

  /** The option with a tick behind its text taken for a mark. */
  static Option option(Optional<String> letter, String text, boolean checked) {
    String end = text.substring(Math.max(0, text.length() - 20));
    Matcher tick = TICK.matcher(end);
    boolean ticked = tick.find();
    String plain = ticked ? text.substring(0, text.length() - end.length() + tick.start()) : text;
    return new Option(letter, plain.strip(), checked || ticked);
  }
}
