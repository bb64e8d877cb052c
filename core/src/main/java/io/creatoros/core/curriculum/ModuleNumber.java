package io.creatoros.core.curriculum;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number in a module's id. */
final class ModuleNumber {

  private static final int LONGEST_TEXT = 100;
  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,6}(?:[A-Za-z](?![\\p{L}\\d]))?(?!\\d)");

  private ModuleNumber() {}

  /** Such as {@code 1} of {@code Módulo 1} and {@code week_1}, {@code 4A} of {@code modulo-4A}. */
  static Optional<String> of(String text) {
    Matcher number = NUMBER.matcher(text.substring(0, Math.min(LONGEST_TEXT, text.length())));
    return number.find() ? Optional.of(number.group()) : Optional.empty();
  }

  /** Whether two ids have the same number: {@code M01} and {@code modulo-1} do. */
  static boolean isSame(String one, String other) {
    Optional<String> number = of(one).map(ModuleNumber::plain);
    return number.isPresent() && number.equals(of(other).map(ModuleNumber::plain));
  }

  private static String plain(String number) {
    return number.replaceFirst("^0+(?=\\d)", "").toLowerCase(Locale.ROOT);
  }
}
