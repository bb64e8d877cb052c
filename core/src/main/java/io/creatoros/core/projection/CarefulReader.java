package io.creatoros.core.projection;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.FileFacts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads files and outlives the reader's defects: whatever it throws becomes a finding of that one
 * file, so that no file's bytes wait for a reader. The first defect of each kind is logged. For use
 * by several threads.
 */
public final class CarefulReader implements FactsReader {

  private static final Logger LOG = LoggerFactory.getLogger(CarefulReader.class);

  private final FactsReader reader;
  private final Set<Class<?>> logged = ConcurrentHashMap.newKeySet();

  /** Reads as this version does. */
  public CarefulReader() {
    this(Readers::read);
  }

  /** Reads as another reader does. */
  public CarefulReader(FactsReader reader) {
    this.reader = reader;
  }

  @Override
  public FileFacts read(ArtifactPath path, byte[] bytes) {
    try {
      return reader.read(path, bytes);
    } catch (RuntimeException | Error defect) {
      if (logged.add(defect.getClass())) {
        LOG.warn(
            "{}: {} is kept without being understood", FindingCode.READER_FAILED, path, defect);
      }
      return failed(path, bytes, defect);
    }
  }

  private static FileFacts failed(ArtifactPath path, byte[] bytes, Throwable defect) {
    CourseFinding finding =
        new CourseFinding(
            FindingCode.READER_FAILED,
            path.value(),
            OptionalInt.empty(),
            "could not be read because of a defect in creatoros ("
                + defect.getClass().getSimpleName()
                + ")",
            "report it with the file; its bytes are kept");
    return new FileFacts(mended(bytes), Optional.empty(), List.of(finding));
  }

  /** The text of bytes that no column takes as they are; empty where one does. */
  private static Optional<String> mended(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).replace('\0', '\ufffd');
    return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)
        ? Optional.empty()
        : Optional.of(text);
  }
}
