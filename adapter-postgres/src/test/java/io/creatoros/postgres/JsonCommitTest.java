package io.creatoros.postgres;

import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.Sha256;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.MirrorWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The commit that takes JSON, for callers over HTTP, beside the one that takes arrays. */
final class JsonCommitTest {
  private static final CourseId JSON = new CourseId("json");
  private static final CourseId ARRAYS = new CourseId("arrays");

  private final TestDatabase database = MigratedDatabase.fresh();
  private final Hand hand = new Hand(database);
  private final PostgresMirror mirror = PostgresMirror.open(MigratedDatabase.config(database));
  private final MirrorWriter writer = new MirrorWriter(mirror);

  @AfterEach
  void close() {
    mirror.close();
    database.close();
  }

  @Test
  void commitShouldWriteTheSameRowsAsFromArrays() {
    List<Change> first = List.of(put("a.md", text("a")), put("é/b.md", text("b")));
    List<Change> second = List.of(new Change.Delete(new ArtifactPath("a.md"), hash("a")));
    for (CourseId course : List.of(JSON, ARRAYS)) {
      writer.upload(course, text("a"));
      writer.upload(course, text("b"));
    }

    mirror.commit(ARRAYS, 0, "me", first, Optional.empty());
    mirror.commit(ARRAYS, 1, "me", second, Optional.empty());

    assertThat(commit(0, first))
        .isEqualTo("{\"status\": \"committed\", \"refused\": [], \"revision\": 1}");
    assertThat(commit(1, second))
        .isEqualTo("{\"status\": \"committed\", \"refused\": [], \"revision\": 2}");
    MirrorCourse json = mirror.read(JSON, Evidence.RECOMPUTED);
    assertThat(json.files()).hasSize(2).isEqualTo(mirror.read(ARRAYS, Evidence.RECOMPUTED).files());
    assertThat(hand.count("creatoros.uploads")).isZero();
  }

  @Test
  void commitShouldAnswerWhyNothingWasWritten() {
    List<Change> changes = List.of(put("a.md", text("a")));

    assertThat(commit(0, changes))
        .isEqualTo("{\"sha256\": [\"" + hash("a").hex() + "\"], \"status\": \"contents_missing\"}");
    writer.write(JSON, "a.md", text("a"));
    assertThat(commit(0, changes)).isEqualTo("{\"status\": \"course_moved\", \"revision\": 1}");
    assertThat(commit(1, changes))
        .isEqualTo("{\"paths\": [\"a.md\"], \"status\": \"files_moved\"}");
  }

  @Test
  void commitShouldWriteNothingWhenThereAreNoChanges() {
    assertThat(commit(0, List.of()))
        .isEqualTo("{\"status\": \"committed\", \"refused\": [], \"revision\": 0}");
    assertThat(hand.count("creatoros.courses")).isZero();
  }

  private String commit(long revision, List<Change> changes) {
    return hand.query(
            String.class,
            "select creatoros.commit('default', ?, ?, 'me', ?::jsonb)",
            JSON.path(),
            revision,
            ChangesText.of(changes))
        .get(0);
  }

  private static Sha256 hash(String text) {
    return Sha256.of(text(text));
  }
}
