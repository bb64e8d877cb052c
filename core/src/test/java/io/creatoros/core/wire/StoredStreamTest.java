package io.creatoros.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.storage.CorruptRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StoredStreamTest {
  private static final ArtifactPath PATH = new ArtifactPath("a.bin");

  private final List<Integer> fetched = new ArrayList<>();

  @Test
  void readShouldFetchAPartOnlyWhenItIsReached() throws IOException {
    InputStream stream = stream(3);

    assertThat(stream.readNBytes(2)).containsExactly(0, 0);
    assertThat(fetched).isEmpty();
    assertThat(stream.read()).isEqualTo(1);
    assertThat(fetched).containsExactly(1);
    assertThat(stream.readAllBytes()).containsExactly(1, 2, 2);
    assertThat(stream.read()).isEqualTo(-1);
    assertThat(fetched).containsExactly(1, 2);
  }

  @Test
  void readShouldEndAtOnceWhenContentIsEmpty() throws IOException {
    assertThat(new StoredStream(PATH, new byte[0], 1, this::fetch).read()).isEqualTo(-1);
    assertThat(new StoredStream(PATH, new byte[0], 1, this::fetch).read(new byte[0])).isZero();
  }

  @Test
  void readShouldFailWhenAPartVanished() {
    InputStream stream = new StoredStream(PATH, new byte[0], 2, part -> Optional.empty());

    assertThatThrownBy(stream::read)
        .isInstanceOf(CorruptRecordException.class)
        .hasMessageContaining("part 1 of \"a.bin\"");
  }

  private InputStream stream(int parts) {
    return new StoredStream(PATH, new byte[] {0, 0}, parts, this::fetch);
  }

  private Optional<byte[]> fetch(int part) {
    fetched.add(part);
    return Optional.of(new byte[] {(byte) part, (byte) part});
  }
}
