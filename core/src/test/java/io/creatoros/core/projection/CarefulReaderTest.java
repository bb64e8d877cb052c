package io.creatoros.core.projection;

import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.FileFacts;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CarefulReaderTest {

  private static final ArtifactPath PATH = new ArtifactPath("lessons/1.1-a.md");

  private final CarefulReader failing =
      new CarefulReader(
          (path, bytes) -> {
            throw new ArrayIndexOutOfBoundsException("a defect");
          });

  @Test
  void readShouldGiveWhatTheReaderUnderstands() {
    assertThat(new CarefulReader().read(PATH, text("# A\n")))
        .isEqualTo(Readers.read(PATH, text("# A\n")));
  }

  @Test
  void readShouldGiveAFindingWhenTheReaderFails() {
    FileFacts facts = failing.read(PATH, text("# Olá\r\n"));

    assertThat(facts.understood()).isEmpty();
    assertThat(facts.text()).as("text as it stands").isEmpty();
    assertThat(facts.findings())
        .containsExactly(
            new CourseFinding(
                FindingCode.READER_FAILED,
                PATH.value(),
                OptionalInt.empty(),
                "could not be read because of a defect in creatoros"
                    + " (ArrayIndexOutOfBoundsException)",
                "report it with the file; its bytes are kept"));
  }

  @Test
  void readShouldGiveATextThatColumnsTakeWhenTheReaderFailsOnOtherBytes() {
    byte[] odd = {'a', 0, (byte) 0xe7, '\n'};

    assertThat(failing.read(PATH, odd).text()).isEqualTo(Optional.of("a\ufffd\ufffd\n"));
  }

  @Test
  void unreadShouldTellWhatNeedsNoBytes() {
    ArtifactPath other = new ArtifactPath("sources/video.bin");

    assertThat(unread(PATH, 10, true)).isEmpty();
    assertThat(unread(PATH, 10, false)).contains(FileFacts.NONE);
    assertThat(unread(other, 10, true)).contains(FileFacts.NONE);
    assertThat(unread(PATH, Readers.LONGEST, true)).isEmpty();
    assertThat(unread(PATH, Readers.LONGEST + 1L, true).orElseThrow().findings())
        .extracting(CourseFinding::code)
        .containsExactly(FindingCode.TEXT_TOO_LONG);
  }

  private static Optional<FileFacts> unread(ArtifactPath path, long size, boolean stored) {
    return FactsReader.unread(path, ArtifactKind.of(path), size, stored);
  }
}
