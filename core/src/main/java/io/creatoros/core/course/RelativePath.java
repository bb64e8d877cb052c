package io.creatoros.core.course;

import java.nio.charset.StandardCharsets;

/** The rule every stored path obeys: relative, {@code /}-separated, never leaving its root. */
final class RelativePath {

  /** What an index of PostgreSQL can hold as a key, with room to spare. */
  private static final int LONGEST_BYTES = 2048;

  private RelativePath() {}

  static String require(String path, String what) {
    if (path.isEmpty()) {
      throw invalid(what, path, "is empty");
    }
    if (isTooLong(path)) {
      throw invalid(
          what, path.substring(0, 80) + "…", "is longer than " + LONGEST_BYTES + " bytes");
    }
    if (path.indexOf('\0') >= 0) {
      throw invalid(what, path.replace('\0', '␀'), "holds a NUL character");
    }
    if (!encodable(path)) {
      throw invalid(what, path, "is not text that UTF-8 can hold");
    }
    int start = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
      requireSegment(path, start, slash, what);
      start = slash + 1;
    }
    requireSegment(path, start, path.length(), what);
    return path;
  }

  private static void requireSegment(String path, int from, int to, String what) {
    if (from == to) {
      throw invalid(what, path, "is absolute or has an empty segment");
    }
    boolean dots = to - from <= 2 && path.charAt(from) == '.' && path.charAt(to - 1) == '.';
    if (dots) {
      throw invalid(what, path, "has the segment \"" + path.substring(from, to) + "\"");
    }
  }

  private static boolean isTooLong(String path) {
    return path.length() > LONGEST_BYTES / 4
        && path.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES;
  }

  private static boolean encodable(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (Character.isSurrogate(path.charAt(i))) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(path);
      }
    }
    return true;
  }

  private static IllegalArgumentException invalid(String what, String path, String why) {
    return new IllegalArgumentException(what + " \"" + path + "\" " + why);
  }
}
