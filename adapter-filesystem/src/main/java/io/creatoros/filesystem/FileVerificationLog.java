package io.creatoros.filesystem;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.MirrorIdentity;
import io.creatoros.core.verify.VerificationLog;
import io.creatoros.core.verify.VerifiedAt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last verification of each course, in one small file per course. */
final class FileVerificationLog implements VerificationLog {

  private static final Logger LOG = LoggerFactory.getLogger(FileVerificationLog.class);

  private final StateFolder state;

  FileVerificationLog(StateFolder state) {
    this.state = state;
  }

  @Override
  public void record(CourseId course, VerifiedAt verified) {
    String text =
        String.join(
            "\n",
            verified.at().toString(),
            verified.verdict(),
            verified.mirror().toString(),
            Long.toString(verified.revision()),
            "");
    try {
      DurableFiles.replace(state.verified(course), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Failures.failed("record the verification of course \"" + course + "\"", e);
    }
  }

  @Override
  public Optional<VerifiedAt> last(CourseId course) {
    try {
      String[] lines = Files.readString(state.verified(course)).split("\n");
      return Optional.of(
          new VerifiedAt(
              Instant.parse(lines[0]),
              lines[1],
              new MirrorIdentity(UUID.fromString(lines[2])),
              Long.parseLong(lines[3])));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException
        | DateTimeException
        | IllegalArgumentException
        | ArrayIndexOutOfBoundsException e) {
      LOG.debug("the last verification of {} is lost", course, e);
      return Optional.empty();
    }
  }
}
