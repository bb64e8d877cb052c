package io.creatoros.filesystem;

import java.nio.file.Path;
import java.text.Normalizer;

/** Names as found on disk, and their composed form. */
final class UnicodeNames {

  private static final char REPLACEMENT = '\ufffd';

  private UnicodeNames() {}

  /** The form in which names are keys. */
  static String composed(String name) {
    return isPlain(name) || Normalizer.isNormalized(name, Normalizer.Form.NFC)
        ? name
        : Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  /** Whether a name is plain enough to have one form only. */
  static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Whether the last segment of a path as listed is text that leads back to it. */
  static boolean isText(Path listed, String name) {
    return name.indexOf(REPLACEMENT) < 0
        || listed.getFileSystem().getPath(name).equals(listed.getFileName());
  }

  static String below(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }
}
