package io.creatoros.core.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.testkit.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {

  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void ofShouldGivePublishedHashes() {
    assertThat(Sha256.of(Samples.text("abc"))).isEqualTo(new Sha256(ABC));
    assertThat(Sha256.of(new byte[0])).isEqualTo(new Sha256(EMPTY));
  }

  @Test
  void ofShouldHashStreamToItsEnd() {
    byte[] bytes = Samples.bytes(200_001, 1);

    assertThat(Sha256.of(new ByteArrayInputStream(bytes))).isEqualTo(Sha256.of(bytes));
  }

  @Test
  void ofShouldFailWhenStreamFails() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("broken");
          }
        };

    assertThatThrownBy(() -> Sha256.of(failing)).isInstanceOf(UncheckedIOException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015add",
        "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
        "ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "\u0660a7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
      })
  void constructorShouldRefuseWhatIsNoHash(String hex) {
    assertThatThrownBy(() -> new Sha256(hex)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bytesShouldGiveTheDigestBack() {
    Sha256 hash = new Sha256(ABC);

    assertThat(hash.bytes()).hasSize(32);
    assertThat(Sha256.ofDigest(hash.bytes())).isEqualTo(hash);
    assertThat(hash.brief()).isEqualTo("ba7816bf8f01");
    assertThat(hash).hasToString(ABC);
  }

  @Test
  void compareToShouldFollowDigits() {
    assertThat(new Sha256(ABC)).isLessThan(new Sha256(EMPTY));
  }
}
