package io.creatoros.core.projection;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.text.DecodedText;
import java.util.List;
import java.util.OptionalInt;

/** What a creator should know about the bytes of a text. */
final class TextFindings {

  private TextFindings() {}

  static List<CourseFinding> of(ArtifactPath path, DecodedText decoded) {
    if (decoded.asIs()) {
      return List.of();
    }
    return List.of(
        new CourseFinding(
            FindingCode.TEXT_NOT_UTF8,
            path.value(),
            OptionalInt.empty(),
            "is not valid UTF-8; read as " + decoded.encoding(),
            decoded.lossy()
                ? "write the damaged characters anew and save it as UTF-8"
                : "open it as " + decoded.encoding() + " and save it as UTF-8"));
  }
}
