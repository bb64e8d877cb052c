package io.creatoros.postgres;

import static io.creatoros.testkit.MirrorWriter.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.Content;
import io.creatoros.core.course.ContentPart;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.postgres.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file of many parts. */
final class LargeContentTest {
  private static final CourseId COURSE = new CourseId("curso");
  private static final ArtifactPath PATH = new ArtifactPath("resources/aula.mp4");
  private static final byte[] BYTES = random(25 * Content.PART_SIZE + 17);
  private static final Sha256 HASH = Sha256.of(BYTES);

  private final TestDatabase database = MigratedDatabase.fresh();
  private final Hand hand = new Hand(database);
  private final PostgresMirror mirror = PostgresMirror.open(MigratedDatabase.config(database));

  @AfterEach
  void close() {
    mirror.close();
    database.close();
  }

  @Test
  void contentShouldComeBackEqualWhenStoredInParts() throws IOException {
    write();

    try (InputStream in = mirror.open(COURSE, PATH).orElseThrow()) {
      assertThat(Sha256.of(in)).isEqualTo(HASH);
    }
    assertThat(mirror.read(COURSE, Evidence.RECOMPUTED).files().get(PATH))
        .isInstanceOfSatisfying(
            RemoteFile.Stored.class,
            file -> {
              assertThat(file.entry().hash()).isEqualTo(HASH);
              assertThat(file.entry().stored()).isTrue();
            });
    assertThat(mirror.missing(COURSE, Map.of(HASH, (long) BYTES.length))).isEmpty();
  }

  @Test
  void commitShouldNameContentWhenAPartIsMissing() {
    upload(0, 20);
    upload(21, 26);

    assertThat(commit()).isEqualTo(new CommitResult.ContentsMissing(Set.of(HASH)));

    upload(20, 21);
    assertThat(commit()).isEqualTo(new CommitResult.Committed(1));
  }

  @Test
  void manifestShouldCallFileUnstoredWhenAPartIsGone() {
    write();
    hand.execute("delete from creatoros.contents where part = 3");

    assertThat(mirror.manifest(COURSE, Evidence.RECOMPUTED).unreadable()).isEmpty();
    assertThat(mirror.manifest(COURSE, Evidence.RECOMPUTED).entries().get(PATH).stored()).isFalse();
    assertThat(mirror.open(COURSE, PATH)).isEmpty();
    assertThat(mirror.missing(COURSE, Map.of(HASH, (long) BYTES.length))).containsExactly(HASH);
  }

  @Test
  void readingShouldFailWhenAPartVanishesMeanwhile() throws IOException {
    write();
    try (InputStream in = mirror.open(COURSE, PATH).orElseThrow()) {
      in.readNBytes(Content.PART_SIZE + 1);
      hand.execute("delete from creatoros.contents where part = 2");

      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(CorruptRecordException.class)
          .hasMessageContaining(PATH.value());
    }
  }

  @Test
  void readingShouldGoOnWithItsVersionWhenFileIsReplacedMeanwhile() throws IOException {
    write();
    try (InputStream in = mirror.open(COURSE, PATH).orElseThrow()) {
      byte[] start = in.readNBytes(7);
      byte[] small = {1, 2, 3};
      mirror.upload(COURSE, List.of(new ContentPart(Sha256.of(small), 0, small)));
      mirror.commit(
          COURSE, 1, "me", List.of(put(PATH.value(), small, Optional.of(HASH))), Optional.empty());

      byte[] rest = in.readAllBytes();

      assertThat(start.length + rest.length).isEqualTo(BYTES.length);
      assertThat(Arrays.mismatch(BYTES, 7, BYTES.length, rest, 0, rest.length)).isEqualTo(-1);
    }
  }

  private void write() {
    upload(0, 13);
    upload(13, 26);
    assertThat(commit()).isEqualTo(new CommitResult.Committed(1));
  }

  private CommitResult commit() {
    return mirror.commit(COURSE, 0, "me", List.of(put(PATH.value(), BYTES)), Optional.empty());
  }

  private void upload(int from, int to) {
    for (int part = from; part < to; part++) {
      int start = part * Content.PART_SIZE;
      int end = Math.min(start + Content.PART_SIZE, BYTES.length);
      mirror.upload(
          COURSE, List.of(new ContentPart(HASH, part, Arrays.copyOfRange(BYTES, start, end))));
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }
}
