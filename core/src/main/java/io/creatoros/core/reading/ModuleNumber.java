package io.creatoros.core.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number in a module's id. */
public final class ModuleNumber {

  private static final int LONGEST_TEXT = 100;
  private static final Pattern NUMBER =
      Pattern.compile("(?<!\\d)\\d{1,6}(?:[A-Za-z](?![\\p{L}\\d]))?(?!\\d)");

  private ModuleNumber() {}

  /** Such as {@code 1} of {@code Módulo 1} and {@code week_1}, {@code 4A} of {@code modulo-4A}. */
  public static Optional<String> of(String text) {
    Matcher number = NUMBER.matcher(text.substring(0, Math.min(LONGEST_TEXT, text.length())));
    return number.find() ? Optional.of(number.group()) : Optional.empty();
  }

  /** The number by which ids of one module are equal: of {@code M01} and {@code modulo-1} 1. */
  public static Optional<String> key(String text) {
    return of(text).map(number -> number.replaceFirst("^0+(?=\\d)", "").toLowerCase(Locale.ROOT));
  }
}
