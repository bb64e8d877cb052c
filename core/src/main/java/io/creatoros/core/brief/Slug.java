package io.creatoros.core.brief;

import java.util.Optional;
import java.util.regex.Pattern;

/** The rule for slugs: what can be part of an address without being changed. */
public final class Slug {

  private static final Pattern USABLE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,99}");

  private Slug() {}

  /** Whether a text is a slug as it stands. */
  public static boolean isUsable(String slug) {
    return USABLE.matcher(slug).matches();
  }

  static Optional<String> usable(Optional<String> slug) {
    return slug.filter(Slug::isUsable);
  }

  /** A slug made of a text, for people to take up; empty if it has no letters or digits. */
  static String from(String text) {
    String slug = Label.normal(text).replaceAll("[^a-z0-9]{1,9}", "-");
    return slug.substring(0, Math.min(slug.length(), 50));
  }
}
