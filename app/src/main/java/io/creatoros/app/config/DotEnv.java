package io.creatoros.app.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code .env} file: {@code NAME=value} lines, an optional {@code export}, comments, single
 * and double quotes. Nothing is executed or expanded. Problems name the line, never the value.
 */
final class DotEnv {

  private static final long LARGEST = 1 << 20;
  private static final Pattern LINE =
      Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.]*)\\s*=\\s*(.*)", Pattern.DOTALL);

  private DotEnv() {}

  static Map<String, String> read(Path file, List<Problem> problems) {
    try {
      if (Files.size(file) > LARGEST) {
        problems.add(new Problem(file.toString(), "is over 1 MiB; that is no .env file"));
        return Map.of();
      }
      return parse(Files.readString(file), file, problems);
    } catch (CharacterCodingException e) {
      problems.add(new Problem(file.toString(), "is not UTF-8 text"));
    } catch (IOException e) {
      problems.add(new Problem(file.toString(), "cannot be read (" + e + ")"));
    }
    return Map.of();
  }

  static Map<String, String> parse(String text, Path file, List<Problem> problems) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = (i == 0 ? withoutMark(lines.get(0)) : lines.get(i)).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher matcher = LINE.matcher(line);
      Optional<String> value =
          matcher.matches() ? unquote(matcher.group(2).strip()) : Optional.empty();
      if (value.isPresent()) {
        values.put(matcher.group(1), value.get());
      } else {
        problems.add(
            new Problem(
                file + ":" + (i + 1), "is no NAME=value line, or its quotes are not closed"));
      }
    }
    return values;
  }

  private static String withoutMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  private static Optional<String> unquote(String value) {
    if (value.startsWith("'")) {
      int end = value.indexOf('\'', 1);
      return end > 0 && isComment(value.substring(end + 1))
          ? Optional.of(value.substring(1, end))
          : Optional.empty();
    }
    if (value.startsWith("\"")) {
      return unescape(value);
    }
    int comment = indexOfComment(value);
    return Optional.of(comment < 0 ? value : value.substring(0, comment).strip());
  }

  private static Optional<String> unescape(String quoted) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      if (c == '"') {
        return isComment(quoted.substring(i + 1)) ? Optional.of(text.toString()) : Optional.empty();
      }
      if (c == '\\' && i + 1 < quoted.length()) {
        i++;
        c = quoted.charAt(i);
        text.append(c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c);
      } else {
        text.append(c);
      }
    }
    return Optional.empty();
  }

  private static boolean isComment(String rest) {
    return rest.isBlank() || rest.strip().startsWith("#");
  }

  /** A comment starts at a hash sign that follows a blank, so that passwords may hold one. */
  private static int indexOfComment(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) == '#' && (i == 0 || Character.isWhitespace(value.charAt(i - 1)))) {
        return i;
      }
    }
    return -1;
  }
}
