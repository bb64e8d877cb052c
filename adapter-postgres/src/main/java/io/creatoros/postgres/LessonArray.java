package io.creatoros.postgres;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.wire.TypedRowJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lessons as the SQL core takes them: a row for each, all columns as text, null where absent. */
final class LessonArray {

  /** The columns in the order of {@code creatoros.lesson_rows}. */
  private static final List<String> COLUMNS =
      List.of(
          TypedRowJson.LESSON_KEY,
          "content_sha256",
          "content_markdown",
          "module_number",
          "lesson_number",
          "module_label",
          "lesson_label",
          "variant",
          "lesson_id",
          "module_title",
          "title",
          "slug",
          "word_count",
          "gps_valid",
          "gps_score",
          "gps_points",
          "didatica_score",
          "didatica_points",
          "didatica_elements",
          "rubric_version",
          "bloom_level",
          "learning_objectives",
          "key_concepts",
          "duration_minutes",
          "status",
          "validation_status",
          "validation_issues",
          "reviewer",
          "voice_fidelity_score",
          "fidelity_target",
          "instructor",
          "platform",
          "tool",
          "difficulty",
          "language",
          "planned",
          "generation_duration_seconds",
          "generation_cost_usd",
          "retry_count",
          "provenance");

  private static final Map<String, Integer> PLACES =
      COLUMNS.stream().collect(Collectors.toMap(column -> column, COLUMNS::indexOf));

  private static final JsonFactory JSON = new JsonFactory();

  private LessonArray() {}

  static @Nullable String[][] of(Projection projection) {
    return projection.rows().stream()
        .filter(row -> row.key().table() == RowTable.COURSE_LESSONS)
        .map(LessonArray::columns)
        .toArray(String[][]::new);
  }

  private static @Nullable String[] columns(TypedRow row) {
    @Nullable String[] columns = new String[COLUMNS.size()];
    row.texts().forEach((column, text) -> put(columns, column, text.hex()));
    row.values().forEach((column, value) -> put(columns, column, text(value)));
    columns[0] = row.key().path();
    return columns;
  }

  private static void put(@Nullable String[] columns, String column, @Nullable String value) {
    Integer place = PLACES.get(column);
    if (place != null) {
      columns[place] = value;
    }
  }

  /** A JSON value as the text that a column's type understands. */
  private static @Nullable String text(String json) {
    if (!json.startsWith("\"")) {
      return json.equals("null") ? null : json;
    }
    if (json.indexOf('\\') < 0) {
      return json.substring(1, json.length() - 1);
    }
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      return parser.getText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
