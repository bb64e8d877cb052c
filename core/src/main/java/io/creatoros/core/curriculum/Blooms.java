package io.creatoros.core.curriculum;

import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.BloomLevel;
import io.creatoros.core.reading.FileFindings;
import io.creatoros.core.text.Value;
import java.util.Optional;

/** The level of learning of a lesson or a module. */
final class Blooms {

  private Blooms() {}

  static Optional<String> of(Value value, FileFindings findings) {
    Optional<String> written = Keys.texts(value, Keys.BLOOM).stream().reduce((a, b) -> a + "/" + b);
    Optional<String> level = written.flatMap(BloomLevel::of);
    if (written.isPresent() && level.isEmpty()) {
      findings.add(
          FindingCode.BLOOM_LEVEL_UNKNOWN,
          value.get(Keys.BLOOM).orElse(value).line(),
          "\"" + Shortened.of(written.get()) + "\" is none of the six levels of learning",
          "write remember, understand, apply, analyze, evaluate or create");
    }
    return level;
  }
}
