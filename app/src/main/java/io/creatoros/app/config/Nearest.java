package io.creatoros.app.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the name that was probably meant. */
public final class Nearest {

  static final List<String> KEYS = Arrays.stream(Setting.values()).map(Setting::key).toList();
  static final List<String> VARIABLES =
      Arrays.stream(Setting.values()).flatMap(setting -> setting.variables().stream()).toList();

  private Nearest() {}

  static String unknownKey(String key) {
    return "there is no setting '" + key + "'; did you mean '" + to(key, KEYS) + "'?";
  }

  static String unknownVariable(String name) {
    return "there is no such variable; did you mean " + to(name, VARIABLES) + "?";
  }

  static String to(String word, List<String> words) {
    return words.stream()
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .orElseThrow();
  }

  /** The names that are alike or hold the word, the most alike first; at most three. */
  public static List<String> alike(String word, Collection<String> names) {
    String wanted = word.toLowerCase(Locale.ROOT);
    int most = Math.max(1, word.length() / 3);
    return names.stream()
        .filter(name -> holds(name, wanted) || distance(wanted, lastPart(name)) <= most)
        .sorted(Comparator.comparingInt(name -> distance(wanted, lastPart(name))))
        .limit(3)
        .toList();
  }

  private static boolean holds(String name, String wanted) {
    return wanted.length() > 2 && name.toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  /** The number of characters to insert, delete or replace. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
