package io.creatoros.core.pull;

import static io.creatoros.core.pull.PullFixture.COURSE;
import static io.creatoros.core.pull.PullFixture.path;
import static io.creatoros.testkit.Samples.bytes;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.Sha256;
import io.creatoros.core.storage.CorruptRecordException;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class StoredContentTest {

  private final PullFixture at = new PullFixture();

  @Test
  void openShouldGiveSoundBytesAgainAndAgain() throws IOException {
    byte[] large = bytes(2_500_000, 1);
    at.writer.write(COURSE, "a.bin", large);
    StoredContent content = content("a.bin", large);

    for (int i = 0; i < 2; i++) {
      try (InputStream in = content.open()) {
        assertThat(Sha256.of(in)).isEqualTo(Sha256.of(large));
        assertThat(in.read()).isEqualTo(-1);
        assertThat(in.read(new byte[8])).isEqualTo(-1);
      }
    }
  }

  @Test
  void readShouldGiveSingleBytesAndCheckThem() throws IOException {
    byte[] odd = {(byte) 0xff, 0};
    at.writer.write(COURSE, "a.bin", odd);

    try (InputStream in = content("a.bin", odd).open()) {
      assertThat(in.read()).isEqualTo(0xff);
      assertThat(in.read()).isZero();
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void readShouldFailAtTheEndWhenBytesMissTheirHash() throws IOException {
    at.remote("a.md", "stored");

    try (InputStream in = content("a.md", text("other")).open()) {
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(CorruptRecordException.class)
          .hasMessageContaining("a.md");
    }
  }

  @Test
  void openShouldFailWhenTheMirrorHoldsNothing() {
    assertThatThrownBy(() -> content("a.md", text("a")).open())
        .isInstanceOfSatisfying(
            CorruptRecordException.class,
            e -> assertThat(e.code()).isEqualTo("MIRROR_BYTES_MISSING"));
  }

  private StoredContent content(String name, byte[] expected) {
    return new StoredContent(at.mirror, COURSE, path(name), Sha256.of(expected));
  }
}
