package io.creatoros.core.pull;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.ManifestEntry;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a name that a mirror gives may become a file. A database is not trusted with names. */
final class Names {

  private static final List<String> NEVER_WRITTEN = List.of(".git", ".creatoros");

  private Names() {}

  /** Why the name of an entry is refused; empty when it is sound. */
  static Optional<String> refusal(ManifestEntry entry) {
    String name = entry.name();
    if (!nfc(name).equals(nfc(entry.path().value()))) {
      return Optional.of(
          "its name on record, \"" + printable(name) + "\", is not a spelling of its path");
    }
    try {
      new ArtifactPath(name);
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    for (String segment : name.split("/")) {
      if (NEVER_WRITTEN.contains(segment.toLowerCase(Locale.ROOT))) {
        return Optional.of("nothing is ever written into " + segment);
      }
    }
    return Optional.empty();
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static String printable(String name) {
    String cut = name.length() > 200 ? name.substring(0, 200) + "…" : name;
    return cut.replaceAll("\\p{Cntrl}", "�");
  }
}
