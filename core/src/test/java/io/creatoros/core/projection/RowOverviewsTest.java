package io.creatoros.core.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.query.CourseOverview;
import io.creatoros.core.query.LessonOverview;
import io.creatoros.core.query.ValidationCounts;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RowOverviewsTest {

  private static final CourseId COURSE = new CourseId("bread");

  private final TypedRow piece =
      row(
          RowTable.CONTENT_PIECES,
          "",
          Map.of(
              "title", "\"Bread\"",
              "piece_slug", "\"bread\"",
              "persona", "\"ana\"",
              "voice_fidelity_score", "0.9",
              "status", "\"published\"",
              "keywords", "[\"a\",\"b\"]",
              "language", "\"pt\""));
  private final TypedRow metadata =
      row(
          RowTable.COURSE_METADATA,
          "",
          Map.of(
              "total_modules", "2",
              "declared_lessons", "30",
              "fidelity_target", "1",
              "course_type", "\"mixed\"",
              "tool_name", "\"oven\"",
              "knowledge_level", "\"beginner\"",
              "findings",
                  "[{\"severity\":\"error\"},{\"severity\":\"warning\"},{\"severity\":\"error\"},"
                      + "{\"severity\":\"info\"}]"));
  private final TypedRow first =
      row(
          RowTable.COURSE_LESSONS,
          "lessons/1.2-b.md",
          Map.ofEntries(
              Map.entry("title", "\"Dough\""),
              Map.entry("lesson_id", "\"1.2\""),
              Map.entry("module_number", "1"),
              Map.entry("lesson_number", "2"),
              Map.entry("module_title", "\"Start\""),
              Map.entry("word_count", "100"),
              Map.entry("gps_score", "1"),
              Map.entry("didatica_score", "0.55"),
              Map.entry("validation_status", "\"warning\""),
              Map.entry("validation_issues", "[{\"issue\":\"short\"}]"),
              Map.entry("bloom_level", "\"apply\""),
              Map.entry("duration_minutes", "12"),
              Map.entry("voice_fidelity_score", "0.8"),
              Map.entry("status", "\"reviewed\"")));
  private final TypedRow second =
      row(
          RowTable.COURSE_LESSONS,
          "lessons/10.1-a.md",
          Map.of(
              "title", "\"Oven\"",
              "module_number", "10",
              "lesson_number", "1",
              "word_count", "11",
              "gps_score", "0",
              "didatica_score", "0.3",
              "validation_status", "\"passed\"",
              "status", "\"draft\""));
  private final TypedRow unread =
      row(RowTable.COURSE_LESSONS, "lessons/bonus.md", Map.of("title", "\"Extra\""));

  @Test
  void courseShouldBeWhatItsRowsSay() {
    assertThat(RowOverviews.course(COURSE, List.of(unread, second, first, metadata, piece)))
        .contains(
            new CourseOverview(
                COURSE,
                "Bread",
                Optional.of("bread"),
                Optional.of("ana"),
                number("0.9"),
                number("1"),
                "published",
                List.of("a", "b"),
                Optional.of("mixed"),
                Optional.of("oven"),
                Optional.of("beginner"),
                Optional.of("pt"),
                2,
                3,
                Optional.of(30),
                111,
                number("0.5"),
                number("0.425"),
                new ValidationCounts(1, 1, 0, 1),
                2,
                1));
  }

  @Test
  void courseShouldDoWithoutMetadata() {
    CourseOverview course = RowOverviews.course(COURSE, List.of(piece)).orElseThrow();

    assertThat(course.modules()).isZero();
    assertThat(course.plannedLessons()).isEmpty();
    assertThat(course.averageGps()).isEmpty();
    assertThat(course.errors()).isZero();
  }

  @Test
  void courseShouldBeEmptyWithoutRows() {
    assertThat(RowOverviews.course(COURSE, List.of())).isEmpty();
    assertThat(RowOverviews.course(COURSE, List.of(metadata, first))).isEmpty();
  }

  @Test
  void plannedLessonsShouldBeThoseListedBeforeThoseDeclared() {
    TypedRow listed =
        row(RowTable.COURSE_METADATA, "", Map.of("listed_lessons", "12", "declared_lessons", "30"));

    assertThat(RowOverviews.course(COURSE, List.of(piece, listed)).orElseThrow().plannedLessons())
        .contains(12);
  }

  @Test
  void lessonsShouldBeInTeachingOrder() {
    assertThat(RowOverviews.lessons(List.of(unread, second, piece, first)))
        .extracting(LessonOverview::path)
        .containsExactly("lessons/1.2-b.md", "lessons/10.1-a.md", "lessons/bonus.md");
    assertThat(RowOverviews.lessons(List.of(first)))
        .containsExactly(
            new LessonOverview(
                "lessons/1.2-b.md",
                Optional.of("1.2"),
                Optional.of(1),
                Optional.of(2),
                Optional.of("Start"),
                "Dough",
                Optional.of(100),
                number("1"),
                number("0.55"),
                Optional.of("warning"),
                List.of("short"),
                Optional.of("apply"),
                Optional.of(12),
                "reviewed"));
  }

  @Test
  void lessonsShouldBeByLessonAndPathWithinAModule() {
    List<TypedRow> rows =
        List.of(lesson("c.md", 1, 10), lesson("b.md", 1, 2), lesson("a.md", 1, 2));

    assertThat(RowOverviews.lessons(rows))
        .extracting(LessonOverview::path)
        .containsExactly("a.md", "b.md", "c.md");
  }

  @Test
  void fidelitiesShouldBeThoseOfLessons() {
    assertThat(RowOverviews.fidelities(List.of(piece, first, second)))
        .containsExactly(new BigDecimal("0.8"));
  }

  @Test
  void meanShouldHaveFourDigits() {
    BigDecimal none = BigDecimal.ZERO;

    assertThat(RowOverviews.mean(List.of(BigDecimal.ONE, none, none))).isEqualTo(number("0.3333"));
    assertThat(RowOverviews.mean(List.of(BigDecimal.ONE, BigDecimal.ONE, none)))
        .isEqualTo(number("0.6667"));
    assertThat(RowOverviews.mean(List.of(new BigDecimal("100")))).isEqualTo(number("100"));
    assertThat(RowOverviews.mean(List.of())).isEmpty();
  }

  @Test
  void courseShouldRefuseColumnsThatAreNoJson() {
    TypedRow broken = row(RowTable.CONTENT_PIECES, "", Map.of("title", "{"));

    assertThatThrownBy(() -> RowOverviews.course(COURSE, List.of(broken)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static TypedRow lesson(String path, int module, int lesson) {
    return row(
        RowTable.COURSE_LESSONS,
        path,
        Map.of("module_number", "" + module, "lesson_number", "" + lesson));
  }

  private static Optional<BigDecimal> number(String text) {
    return Optional.of(new BigDecimal(text));
  }

  private static TypedRow row(RowTable table, String path, Map<String, String> values) {
    return new TypedRow(
        new RowKey(table, path), new TreeMap<>(values), Collections.emptySortedMap());
  }
}
