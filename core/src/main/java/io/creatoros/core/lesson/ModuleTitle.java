package io.creatoros.core.lesson;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Titles of modules. */
final class ModuleTitle {

  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?:m[oó]dul[oe]\\s?)?\\d{1,3}[a-z]?(?:\\s?[-–—:|.]\\s?(?<title>.+))?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private ModuleTitle() {}

  /** The title in {@code 1 - Title} or {@code Módulo 4A: Title}; a number alone is none. */
  static Optional<String> of(String written) {
    Matcher matcher = NUMBERED.matcher(written);
    return matcher.matches() ? Optional.ofNullable(matcher.group("title")) : Optional.of(written);
  }
}
