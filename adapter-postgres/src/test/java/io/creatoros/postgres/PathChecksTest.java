package io.creatoros.postgres;

import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.MirrorWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path that no reader could name cannot be planted, so it never hides the rest of a course. */
final class PathChecksTest {
  private static final CourseId COURSE = new CourseId("curso");

  private final TestDatabase database = MigratedDatabase.fresh();
  private final Hand hand = new Hand(database);
  private final PostgresMirror mirror = PostgresMirror.open(MigratedDatabase.config(database));

  @BeforeEach
  void write() {
    new MirrorWriter(mirror).write(COURSE, "a.md", text("a"));
  }

  @AfterEach
  void close() {
    mirror.close();
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "/a", "a/", "a//b", "./a", "a/./b", "../a", "a/..", "/"})
  void rowShouldBeRefusedWhenItsPathLeavesTheCourse(String path) {
    assertThatThrownBy(() -> new ArtifactPath(path)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> plant(path)).hasMessageContaining("files_path_check");
  }

  @ParameterizedTest
  @ValueSource(strings = {"...", ".a", "a..", "..a/b", "a/.b.", "a b/%_\\", "ação/é.md"})
  void rowShouldBeTakenWhenItsPathOnlyLooksLikeThat(String path) {
    plant(path);

    assertThat(mirror.manifest(COURSE, Evidence.RECORDED).entries())
        .containsOnlyKeys(new ArtifactPath("a.md"), new ArtifactPath(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "漢", "🌱"})
  void rowShouldBeRefusedExactlyWhenItsPathIsTooLongToName(String character) {
    String longest =
        "a".repeat(2048 % bytes(character)) + character.repeat(2048 / bytes(character));

    assertThatCode(() -> new ArtifactPath(longest)).doesNotThrowAnyException();
    assertThatThrownBy(() -> new ArtifactPath(longest + "a"))
        .isInstanceOf(IllegalArgumentException.class);
    plant(longest);
    assertThatThrownBy(() -> plant(longest + "a")).hasMessageContaining("files_path_check");
  }

  @Test
  void rowShouldBeRefusedWhenItsPathHoldsNul() {
    assertThatThrownBy(() -> hand.execute("update creatoros.files set path = 'a' || chr(0)"))
        .hasMessageContaining("null character not permitted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "/a", "a/", "a//b", "./a", "a/.."})
  void courseShouldBeRefusedWhenItsPathLeavesTheWorkspace(String path) {
    assertThatThrownBy(() -> hand.execute("update creatoros.courses set path = ?", path))
        .hasMessageContaining("courses_path_check");
  }

  private void plant(String path) {
    hand.execute(
        """
        insert into creatoros.files
          (course_id, path, name, sha256, size, kind, stored, revision, origin)
        select course_id, ?, name, sha256, size, kind, stored, revision, origin
        from creatoros.files where path = 'a.md'
        """,
        path);
  }

  private static int bytes(String text) {
    return text(text).length;
  }
}
