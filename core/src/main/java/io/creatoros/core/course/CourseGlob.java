package io.creatoros.core.course;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A glob over paths of folders: {@code *} and {@code ?} stay within a segment, {@code **} stands
 * for any number of segments, <code>{a,b}</code> for either, and a backslash takes the next
 * character as it is. Brackets mean themselves, as real folder names hold them.
 */
final class CourseGlob {

  private final List<String> segments;
  private final Pattern pattern;

  CourseGlob(String glob) {
    String composed = Normalizer.normalize(glob.strip(), Normalizer.Form.NFC);
    String relative = composed.replaceAll("^(\\./|/)+", "").replaceAll("/+$", "");
    segments = Arrays.asList(relative.split("/+"));
    pattern = Pattern.compile(regex(relative));
  }

  /** Whether a folder with this path, in NFC, is named by the glob. */
  boolean matches(String path) {
    return pattern.matcher(path).matches();
  }

  /** Whether folders at this depth, counted from 1, may be named by the glob. */
  boolean reaches(int depth) {
    return segments.contains("**") || depth <= segments.size();
  }

  private static String regex(String glob) {
    StringBuilder regex = new StringBuilder();
    boolean choice = false;
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (glob.startsWith("**/", i)) {
        regex.append("(?:[^/]+/)*");
        i += 2;
      } else if (glob.startsWith("**", i)) {
        regex.append(".+");
        i++;
      } else if (c == '*') {
        regex.append("[^/]*");
      } else if (c == '?') {
        regex.append("[^/]");
      } else if (c == '{' && glob.indexOf('}', i) > 0) {
        choice = true;
        regex.append("(?:");
      } else if (c == '}' && choice) {
        choice = false;
        regex.append(')');
      } else if (c == ',' && choice) {
        regex.append('|');
      } else {
        int at = c == '\\' && i + 1 < glob.length() ? ++i : i;
        regex.append(Pattern.quote(glob.substring(at, at + 1)));
      }
    }
    return regex.toString();
  }
}
