package io.creatoros.postgrest;

import java.util.List;
import java.util.regex.Pattern;

/** What no message may hold, and what looks like it. */
final class Secrets {
  private static final String HIDDEN = "***";
  private static final Pattern LOOKS_SECRET =
      Pattern.compile("sb_[a-z]+_[\\w-]+|eyJ[\\w-]+(\\.[\\w-]*)*|(?i:bearer)\\s+\\S+");

  private final List<String> secrets;

  Secrets(List<String> secrets) {
    this.secrets = List.copyOf(secrets);
  }

  String hide(String text) {
    String hidden = text;
    for (String secret : secrets) {
      hidden = hidden.replace(secret, HIDDEN);
    }
    return LOOKS_SECRET.matcher(hidden).replaceAll(HIDDEN);
  }
}
