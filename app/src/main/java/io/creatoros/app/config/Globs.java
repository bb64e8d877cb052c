package io.creatoros.app.config;

import java.util.Arrays;
import java.util.List;

/** A list of globs in one text, separated by commas; commas within braces belong to the glob. */
final class Globs {

  static final String SEPARATOR = ",";

  private Globs() {}

  static List<String> parse(String text) {
    StringBuilder marked = new StringBuilder();
    int depth = 0;
    for (char c : text.toCharArray()) {
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      marked.append(c == ',' && depth <= 0 ? '\0' : c);
    }
    return Arrays.stream(marked.toString().split("\0"))
        .map(String::strip)
        .filter(glob -> !glob.isEmpty())
        .toList();
  }
}
