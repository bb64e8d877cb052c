package io.creatoros.core.projection;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.text.DecodedText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

/** What a creator should know about the bytes of a text. */
final class TextFindings {

  private static final String UTF_8 = "UTF-8";

  private TextFindings() {}

  static List<CourseFinding> of(ArtifactPath path, byte[] bytes, DecodedText decoded) {
    if (decoded.asIs()) {
      return List.of();
    }
    return List.of(isUtf8(bytes) ? hasNul(path, bytes) : notUtf8(path, decoded));
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Of UTF-8 that no column takes as it stands. */
  private static CourseFinding hasNul(ArtifactPath path, byte[] bytes) {
    return new CourseFinding(
        FindingCode.TEXT_HAS_NUL,
        path.value(),
        OptionalInt.of(lineOfNul(bytes)),
        "holds NUL characters, which are no text; rows have \uFFFD in their place",
        "take them out, or save the file as UTF-8 if it is of another encoding");
  }

  private static int lineOfNul(byte[] bytes) {
    int line = 1;
    for (int i = 0; i < bytes.length && bytes[i] != 0; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  private static CourseFinding notUtf8(ArtifactPath path, DecodedText decoded) {
    boolean damaged = decoded.encoding().equals(UTF_8);
    return new CourseFinding(
        FindingCode.TEXT_NOT_UTF8,
        path.value(),
        OptionalInt.empty(),
        damaged
            ? "holds bytes that are not valid UTF-8; rows have \uFFFD in their place"
            : "is not valid UTF-8; read as " + decoded.encoding(),
        damaged || decoded.lossy()
            ? "write the damaged characters anew and save it as UTF-8"
            : "open it as " + decoded.encoding() + " and save it as UTF-8");
  }
}
