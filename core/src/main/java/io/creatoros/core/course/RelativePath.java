package io.creatoros.core.course;

import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/** The rule every stored path obeys: relative, {@code /}-separated, never leaving its root. */
final class RelativePath {

  private static final int LONGEST = 4096;

  private RelativePath() {}

  static String require(String path, String what) {
    if (path.isEmpty()) {
      throw invalid(what, path, "is empty");
    }
    if (path.length() > LONGEST) {
      throw invalid(what, path.substring(0, 80) + "…", "is longer than " + LONGEST + " characters");
    }
    if (path.indexOf('\0') >= 0) {
      throw invalid(what, path.replace('\0', '␀'), "holds a NUL character");
    }
    if (!encodable(path)) {
      throw invalid(what, path, "is not text that UTF-8 can hold");
    }
    for (String segment : path.split("/", -1)) {
      if (segment.isEmpty()) {
        throw invalid(what, path, "is absolute or has an empty segment");
      }
      if (segment.equals(".") || segment.equals("..")) {
        throw invalid(what, path, "has the segment \"" + segment + "\"");
      }
    }
    return path;
  }

  private static boolean encodable(String path) {
    CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    return encoder.canEncode(path);
  }

  private static IllegalArgumentException invalid(String what, String path, String why) {
    return new IllegalArgumentException(what + " \"" + path + "\" " + why);
  }
}
