package io.creatoros.core.projection;

import io.creatoros.core.course.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The texts of a course's files, by hash; collects those that no file's bytes are. */
final class LongTexts {

  private final Map<Sha256, String> apart = new HashMap<>();

  /** The hash of a file's text; empty when the text is not known to a mirror, or not read. */
  Optional<Sha256> of(CourseFile file) {
    if (!file.stored() || file.size() > Readers.LONGEST) {
      return Optional.empty();
    }
    if (file.facts().text().isEmpty()) {
      return Optional.of(file.hash());
    }
    String text = file.facts().text().get();
    Sha256 hash = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    apart.put(hash, text);
    return Optional.of(hash);
  }

  /** The texts that are not the bytes of a file as they stand. */
  Map<Sha256, String> apart() {
    return apart;
  }
}
