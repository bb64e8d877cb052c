package io.creatoros.core.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.RefusedRow;
import io.creatoros.core.course.Sha256;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads what {@code creatoros.commit} answers. */
public final class CommitAnswer {

  private CommitAnswer() {}

  /** What became of the commit. */
  public static CommitResult of(JsonNode answer) {
    String status = answer.path("status").asText();
    return switch (status) {
      case "committed" ->
          new CommitResult.Committed(answer.path("revision").asLong(), refused(answer));
      case "course_moved" -> new CommitResult.CourseMoved(answer.path("revision").asLong());
      case "files_moved" -> new CommitResult.FilesMoved(named(answer, "paths", ArtifactPath::new));
      case "contents_missing" ->
          new CommitResult.ContentsMissing(named(answer, "sha256", Sha256::new));
      default -> throw new AssertionError("unknown answer of a commit: " + status);
    };
  }

  private static List<RefusedRow> refused(JsonNode answer) {
    List<RefusedRow> refused = new ArrayList<>();
    for (JsonNode row : answer.path("refused")) {
      refused.add(
          new RefusedRow(
              TypedRowJson.key(row.path("table").asText(), row.path("path").asText("")),
              row.path("code").asText(),
              row.path("reason").asText()));
    }
    return refused;
  }

  private static <T> Set<T> named(JsonNode answer, String name, Function<String, T> type) {
    Set<T> named = new HashSet<>();
    answer.path(name).forEach(one -> named.add(type.apply(one.asText())));
    return named;
  }
}
