package io.creatoros.app.cli;

import io.creatoros.app.config.Setting;
import java.util.ArrayList;
import java.util.List;

/** The example of a {@code .env} file, written from the settings. */
final class EnvironmentExample {

  private static final int WIDTH = 98;

  private static final String HEAD =
      """
      # Settings of creatoros, as an example. Copy this file to .env in the folder of your courses,
      # take the "#" away from the lines that you need, and put your values there. .env holds secrets:
      # never commit it; creatoros does not copy it into the mirror either.
      #
      # To keep courses on your own machine, nothing is needed. For Supabase, one of these is enough;
      # docs/supabase.md says which, and where to find them:
      #
      #   a database:    SUPABASE_DB_URL
      #   the HTTP API:  SUPABASE_URL and SUPABASE_SECRET_KEY
      #
      # Quote values that hold a "#" or a blank: NAME='value'. Where a setting has several names, the
      # first that has a value wins. What is set in the environment wins over this file.
      """;

  private EnvironmentExample() {}

  static String text() {
    List<String> lines = new ArrayList<>(HEAD.lines().toList());
    for (Setting setting : Setting.values()) {
      lines.add("");
      lines.addAll(wrapped(plain(setting)));
      setting.variables().forEach(name -> lines.add("#" + name + "=" + setting.byDefault()));
    }
    lines.add("");
    lines.addAll(wrapped("Settings of somebody else's mirror: CREATOROS_ADAPTER_NAME=value."));
    return String.join("\n", lines) + "\n";
  }

  private static String plain(Setting setting) {
    String values = setting.byDefault().isEmpty() ? " (" + setting.kind().doc() + ")" : "";
    return (setting.key() + values + ": " + setting.doc())
        .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
        .replace("`", "");
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder("#");
    for (String word : text.split(" ")) {
      if (line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder("#");
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
