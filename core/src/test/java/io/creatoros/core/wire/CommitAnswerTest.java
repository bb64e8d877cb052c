package io.creatoros.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.RefusedRow;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommitAnswerTest {

  @Test
  void committedShouldNameWhatTheSchemaRefused() {
    assertThat(
            of(
                """
                {"status":"committed","revision":7,"refused":[
                  {"table":"course_lessons","path":"1.md","code":"23514","reason":"too long"},
                  {"table":"course_metadata","path":null,"code":"22001","reason":"too long"}]}
                """))
        .isEqualTo(
            new CommitResult.Committed(
                7,
                List.of(
                    new RefusedRow(
                        new RowKey(RowTable.COURSE_LESSONS, "1.md"), "23514", "too long"),
                    new RefusedRow(
                        new RowKey(RowTable.COURSE_METADATA, ""), "22001", "too long"))));
  }

  @Test
  void refusalsShouldTellWhy() {
    Sha256 hash = Sha256.of("a".getBytes(StandardCharsets.UTF_8));

    assertThat(of("{\"status\":\"course_moved\",\"revision\":3}"))
        .isEqualTo(new CommitResult.CourseMoved(3));
    assertThat(of("{\"status\":\"files_moved\",\"paths\":[\"a.md\"]}"))
        .isEqualTo(new CommitResult.FilesMoved(Set.of(new ArtifactPath("a.md"))));
    assertThat(of("{\"status\":\"contents_missing\",\"sha256\":[\"" + hash + "\"]}"))
        .isEqualTo(new CommitResult.ContentsMissing(Set.of(hash)));
  }

  @Test
  void unknownAnswerShouldBeADefect() {
    assertThatThrownBy(() -> of("{\"status\":\"perhaps\"}")).isInstanceOf(AssertionError.class);
  }

  private static CommitResult of(String json) {
    return CommitAnswer.of(WireJson.tree(json));
  }
}
