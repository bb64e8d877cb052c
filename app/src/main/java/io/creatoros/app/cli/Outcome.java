package io.creatoros.app.cli;

import io.creatoros.core.text.ShellWord;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * What a command has to say.
 *
 * @param code what the process ends with
 * @param data the fields of its JSON object
 * @param lines the same for people, on standard output
 * @param talk what a person should know besides, on standard error
 */
record Outcome(ExitCode code, Map<String, Object> data, List<String> lines, List<String> talk) {

  Outcome {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    lines = List.copyOf(lines);
    talk = List.copyOf(talk);
  }

  /** This, for a person who is not in the workspace: commands to go on with name it. */
  Outcome from(Path root) {
    String command = "creatoros -C " + ShellWord.of(root.toString()) + " ";
    Map<String, Object> located = new LinkedHashMap<>(data);
    located.computeIfPresent("next", (key, next) -> locate(next.toString(), command));
    return new Outcome(code, located, located(lines, command), located(talk, command));
  }

  private static List<String> located(List<String> lines, String command) {
    return lines.stream().map(line -> isNext(line) ? locate(line, command) : line).toList();
  }

  private static boolean isNext(String line) {
    return line.startsWith("next: ");
  }

  private static String locate(String next, String command) {
    return next.replaceAll(
        "creatoros"
            + " (?=sync|pull|status|owed|verify|courses|show|lessons|search|stats|findings|export"
            + "|persist|watch|security)",
        Matcher.quoteReplacement(command));
  }

  static Outcome done(Map<String, Object> data, List<String> lines) {
    return new Outcome(ExitCode.DONE, data, lines, List.of());
  }
}
