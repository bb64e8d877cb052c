package io.creatoros.postgres;

import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.SampleRows.PIECE;
import static io.creatoros.testkit.SampleRows.lesson;
import static io.creatoros.testkit.SampleRows.piece;
import static io.creatoros.testkit.SampleRows.projection;
import static io.creatoros.testkit.SampleRows.untouched;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.Change;
import io.creatoros.core.course.CommitResult.Committed;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.RefusedRow;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.TypedRow;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.MirrorWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lessons on their way into the database, and those that stay as they are. */
final class LessonRowsTest {
  private static final CourseId COURSE = new CourseId("curso");
  private static final String A = "a.md";
  private static final String B = "b.md";
  private static final byte[] TEXT = text("# Um\n");
  private static final String WHERE_ROWS_STAND =
      """
      select 'p' || ctid || xmin from public.content_pieces union all
      select file_path || ctid || xmin from public.course_lessons order by 1
      """;

  private final TestDatabase database = MigratedDatabase.fresh();
  private final Hand hand = new Hand(database);
  private final PostgresMirror mirror = PostgresMirror.open(MigratedDatabase.config(database));

  @AfterEach
  void close() {
    mirror.close();
    database.close();
  }

  @Test
  void lessonShouldComeBackWithEveryColumn() {
    Map<String, String> values = new TreeMap<>();
    values.put("content_sha256", '"' + Sha256.of(TEXT).hex() + '"');
    values.put("module_number", "-3");
    values.put("lesson_number", "75");
    values.put("module_label", "\"4A\"");
    values.put("lesson_label", "\"07.5\"");
    values.put("variant", "\"mac\"");
    values.put("lesson_id", "\"4A.07.5-mac\"");
    values.put("module_title", "\"Aspas \\\"retas\\\", \\\\ barra e {chaves}\"");
    values.put("title", "\"null\"");
    values.put("slug", "\"\"");
    values.put("word_count", "3108");
    values.put("gps_valid", "true");
    values.put("gps_score", "0.9");
    values.put("gps_points", "27");
    values.put("didatica_score", "0.35");
    values.put("didatica_points", "35");
    values.put("didatica_elements", "{\"acao_rapida\":3}");
    values.put("rubric_version", "2");
    values.put("bloom_level", "\"apply\"");
    values.put("learning_objectives", "[\"olá\\n\\\"mundo\\\"\"]");
    values.put("key_concepts", "[\"\ud83c\udfaf\",null,1.5]");
    values.put("duration_minutes", "15");
    values.put("status", "\"reviewed\"");
    values.put("validation_status", "\"warning\"");
    values.put("validation_issues", "[{\"issue\":\"x\"}]");
    values.put("reviewer", "\"NULL\"");
    values.put("voice_fidelity_score", "0.8");
    values.put("fidelity_target", "0.95");
    values.put("instructor", "\"Ana, a \\u0001\"");
    values.put("platform", "\"\\t\"");
    values.put("tool", "\"[1]\"");
    values.put("difficulty", "\"fácil\"");
    values.put("language", "\"pt-BR\"");
    values.put("planned", "false");
    values.put("generation_duration_seconds", "12.75");
    values.put("generation_cost_usd", "0.0001");
    values.put("retry_count", "4");
    values.put("provenance", "{\"a\":{\"b\":[]}}");
    TypedRow row = row(A, values);

    assertThat(commit(0, projection(piece("Um"), row))).isEqualTo(new Committed(1));

    assertThat(mirror.rows(COURSE).rows().get(lesson(A))).isEqualTo(row);
    assertThat(hand.count("information_schema.columns where table_name = 'course_lessons'"))
        .as("those and what is not projected: ids, key, hashes, index, times")
        .isEqualTo(values.size() + 9);
  }

  @Test
  void rowsShouldNotBeTouchedWhenTheyAreKept() {
    commit(0, projection(piece("Um"), lesson(A, TEXT, "0.5"), lesson(B, TEXT, "0.5")));
    List<String> before = hand.query(String.class, WHERE_ROWS_STAND);

    commit(1, untouched(projection(lesson(B, TEXT, "0.7")), PIECE, lesson(A)));

    List<String> after = hand.query(String.class, WHERE_ROWS_STAND);
    assertThat(after).hasSize(3).contains(before.get(0), before.get(2));
    assertThat(after).isNotEqualTo(before);
  }

  @Test
  void keptRowsShouldBeRefusedTooWhenTheCourseItselfIs() {
    commit(0, projection(piece("Um"), lesson(A, TEXT, "0.5"), lesson(B, TEXT, "0.5")));
    Map<String, String> untitled = new TreeMap<>(piece("Um").values());
    untitled.remove("title");

    Committed result =
        commit(
            1,
            untouched(
                projection(
                    new TypedRow(PIECE, new TreeMap<>(untitled), new TreeMap<>()),
                    lesson(B, TEXT, "0.7")),
                lesson(A)));

    assertThat(result.refused())
        .extracting(RefusedRow::key)
        .containsExactlyInAnyOrder(PIECE, lesson(A), lesson(B));
    assertThat(mirror.rows(COURSE).rows()).isEmpty();
    assertThat(mirror.rows(COURSE).refused()).hasSize(3);
  }

  private Committed commit(long revision, Projection projection) {
    new MirrorWriter(mirror).upload(COURSE, TEXT);
    List<Change> changes = revision == 0 ? List.of(put(A, TEXT), put(B, TEXT)) : List.of();
    return (Committed) mirror.commit(COURSE, revision, "me", changes, Optional.of(projection));
  }

  private static TypedRow row(String path, Map<String, String> values) {
    return new TypedRow(
        lesson(path),
        new TreeMap<>(values),
        new TreeMap<>(Map.of("content_markdown", Sha256.of(TEXT))));
  }
}
