package io.creatoros.core.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.TypedRow;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No row holds what the schema refuses, whatever the files say. */
class RowLimitsTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final Map<String, Integer> LENGTHS =
      Map.of("title", 500, "piece_slug", 200, "slug", 200, "persona", 200);

  private static final Map<String, Set<String>> CHOICES =
      Map.of(
          "content_pieces.status", Set.of("draft", "published", "archived"),
          "content_pieces.language", Set.of("pt", "en"),
          "course_metadata.course_type", Set.of("technical", "conceptual", "mixed"),
          "course_metadata.knowledge_level", Set.of("beginner", "intermediate", "advanced"),
          "course_lessons.status", Set.of("draft", "reviewed", "published", "archived"),
          "course_lessons.validation_status", Set.of("passed", "warning", "failed"),
          "course_lessons.bloom_level",
              Set.of("remember", "understand", "apply", "analyze", "evaluate", "create"));

  private static final Map<String, String> MOST =
      Map.of(
          "voice_fidelity_score", "1",
          "fidelity_target", "1",
          "gps_score", "1",
          "didatica_score", "1",
          "gps_points", "30",
          "didatica_points", "100",
          "estimated_duration_hours", "9999.99");

  private static final Set<String> OBJECTS =
      Set.of("curriculum", "didatica_elements", "provenance", "icp", "voice_profile");

  static Stream<Long> seeds() {
    return LongStream.range(0, 60).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void assembleShouldMakeRowsThatTheSchemaTakes(long seed) throws JsonProcessingException {
    WildFacts wild = new WildFacts(seed);
    String lesson = "lessons/1.1-a.md";
    CourseOfFacts course =
        new CourseOfFacts("wild")
            .with("COURSE-BRIEF.md", wild.brief())
            .with("course-outline.md", wild.outline())
            .with("curriculum.yaml", wild.curriculum())
            .with("research/gaps.md", wild.report())
            .with(lesson, wild.lesson(lesson))
            .with(".record/course.json", wild.courseRecord())
            .with(".record/1.1.json", wild.lessonRecord(lesson));

    CourseRows rows = course.rows();

    assertThat(rows.rows()).hasSize(4);
    for (TypedRow row : rows.rows()) {
      for (Map.Entry<String, String> column : row.values().entrySet()) {
        assertTaken(row.key().table(), column.getKey(), column.getValue());
      }
    }
    rows.personas()
        .forEach(
            (slug, name) -> {
              assertThat(slug.codePoints().count()).isLessThanOrEqualTo(200);
              assertThat(isStorable(slug + name)).isTrue();
            });
    for (CourseFile file : course.files()) {
      assertThat(isStorable(FactsJson.write(file.facts()).json())).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void assembleShouldMakeTheSameRowsOfFactsThatWereKept(long seed) {
    WildFacts wild = new WildFacts(seed);
    CourseOfFacts course =
        new CourseOfFacts("wild")
            .with("COURSE-BRIEF.md", wild.brief())
            .with("curriculum.yaml", wild.curriculum())
            .with("lessons/1.1-a.md", wild.lesson("lessons/1.1-a.md"))
            .with(".record/course.json", wild.courseRecord());
    CourseOfFacts kept = new CourseOfFacts("wild");
    for (CourseFile file : course.files()) {
      kept.with(file.path().value(), FactsJson.read(FactsJson.write(file.facts())).orElseThrow());
    }

    assertThat(kept.rows().rows()).isEqualTo(course.rows().rows());
    assertThat(kept.rows().personas()).isEqualTo(course.rows().personas());
  }

  @Test
  void languageShouldBeAbsentWhenItIsNeitherPortugueseNorEnglish() {
    CourseOfFacts course =
        new CourseOfFacts("huerta")
            .read("COURSE-BRIEF.md", "---\nlanguage: es\n---\n# Huerta\n")
            .lesson("lessons/1.1-a.md");

    assertThat(course.row(RowTable.CONTENT_PIECES)).doesNotContainKey("language");
  }

  @Test
  void textsShouldEndInWholeCharactersWhenReadersCutThem() {
    String outline = "# " + "x".repeat(299) + "🎯".repeat(9) + "\n";

    CourseOfFacts course = new CourseOfFacts("alvo").read("course-outline.md", outline);

    String title = course.row(RowTable.CONTENT_PIECES).get("title");
    assertThat(isStorable(title)).as(title).isTrue();
  }

  private static void assertTaken(RowTable table, String column, String json)
      throws JsonProcessingException {
    JsonNode value = JSON.readTree(json);
    String name = table.tableName() + "." + column;
    assertThat(isStorable(json)).as(name).isTrue();
    assertThat(CanonicalJson.of(json)).as(name).isEqualTo(json);
    if (value.isNumber()) {
      assertNumber(name, column, value.decimalValue());
    } else if (value.isTextual()) {
      int longest = LENGTHS.getOrDefault(column, Integer.MAX_VALUE);
      assertThat(value.textValue().codePoints().count()).as(name).isLessThanOrEqualTo(longest);
      assertThat(CHOICES.getOrDefault(name, Set.of(value.textValue())))
          .as(name)
          .contains(value.textValue());
    } else if (column.equals("keywords")) {
      value.forEach(word -> assertThat(word.textValue().codePoints().count()).isBetween(1L, 100L));
    }
    assertThat(value.isObject()).as(name).isEqualTo(isObject(column));
    assertThat(value.isNull()).as(name).isFalse();
  }

  private static boolean isObject(String column) {
    return OBJECTS.contains(column) || column.equals("research_summary");
  }

  private static void assertNumber(String name, String column, BigDecimal number) {
    BigDecimal most = new BigDecimal(MOST.getOrDefault(column, "2147483647"));
    assertThat(number).as(name).isBetween(BigDecimal.ZERO, most);
    assertThat(number.scale()).as(name).isLessThanOrEqualTo(6);
  }

  /** Whether a database takes the JSON: no NUL, no half characters. */
  private static boolean isStorable(String json) {
    return !json.contains("\0")
        && !json.replace("\\\\", "").contains("\\u0000")
        && StandardCharsets.UTF_8.newEncoder().canEncode(json);
  }
}
