package io.creatoros.core.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.course.Utf8Order;
import io.creatoros.core.query.CourseOverview;
import io.creatoros.core.query.LessonOverview;
import io.creatoros.core.query.ValidationCounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What typed rows say in a few figures, as {@link io.creatoros.core.query.CourseQueries} tells it
 * of those of a mirror.
 */
public final class RowOverviews {

  private static final int SCALE = 4;
  private static final JsonMapper MAPPER = new JsonMapper();

  private static final Comparator<LessonOverview> TEACHING_ORDER =
      Comparator.<LessonOverview, Integer>comparing(
              lesson -> lesson.moduleNumber().orElse(Integer.MAX_VALUE))
          .thenComparing(lesson -> lesson.lessonNumber().orElse(Integer.MAX_VALUE))
          .thenComparing(LessonOverview::path, Utf8Order.COMPARATOR);

  private RowOverviews() {}

  /** A course; empty when it has no rows. */
  public static Optional<CourseOverview> course(CourseId course, Collection<TypedRow> rows) {
    Optional<Columns> metadata = row(rows, RowTable.COURSE_METADATA);
    return row(rows, RowTable.CONTENT_PIECES)
        .map(piece -> course(course, piece, metadata.orElse(Columns.NONE), lessons(rows)));
  }

  private static CourseOverview course(
      CourseId course, Columns piece, Columns metadata, List<LessonOverview> lessons) {
    return new CourseOverview(
        course,
        piece.text("title").orElse(""),
        piece.text("piece_slug"),
        piece.text("persona"),
        piece.number("voice_fidelity_score"),
        metadata.number("fidelity_target"),
        piece.text("status").orElse("draft"),
        piece.texts("keywords"),
        metadata.text("course_type"),
        metadata.text("tool_name"),
        metadata.text("knowledge_level"),
        piece.text("language"),
        metadata.integer("total_modules").orElse(0),
        lessons.size(),
        metadata.integer("listed_lessons").or(() -> metadata.integer("declared_lessons")),
        words(lessons),
        mean(lessons.stream().flatMap(lesson -> lesson.gps().stream()).toList()),
        mean(lessons.stream().flatMap(lesson -> lesson.didatica().stream()).toList()),
        validation(lessons),
        metadata.findings("error"),
        metadata.findings("warning"));
  }

  /** The lessons in teaching order; those without a number last. */
  public static List<LessonOverview> lessons(Collection<TypedRow> rows) {
    return rows.stream()
        .filter(row -> row.key().table() == RowTable.COURSE_LESSONS)
        .map(row -> lesson(row.key().path(), new Columns(row)))
        .sorted(TEACHING_ORDER)
        .toList();
  }

  private static LessonOverview lesson(String path, Columns row) {
    return new LessonOverview(
        path,
        row.text("lesson_id"),
        row.integer("module_number"),
        row.integer("lesson_number"),
        row.text("module_title"),
        row.text("title").orElse(""),
        row.integer("word_count"),
        row.number("gps_score"),
        row.number("didatica_score"),
        row.text("validation_status"),
        row.issues(),
        row.text("bloom_level"),
        row.integer("duration_minutes"),
        row.text("status").orElse("draft"));
  }

  /** How many words lessons have together. */
  public static long words(List<LessonOverview> lessons) {
    return lessons.stream().mapToLong(lesson -> lesson.words().orElse(0)).sum();
  }

  /** How lessons stand. */
  public static ValidationCounts validation(List<LessonOverview> lessons) {
    return new ValidationCounts(
        count(lessons, Optional.of("passed")),
        count(lessons, Optional.of("warning")),
        count(lessons, Optional.of("failed")),
        count(lessons, Optional.empty()));
  }

  private static int count(List<LessonOverview> lessons, Optional<String> status) {
    return (int) lessons.stream().filter(lesson -> lesson.validation().equals(status)).count();
  }

  /** The voice fidelities of lessons, where they were reported. */
  public static List<BigDecimal> fidelities(Collection<TypedRow> rows) {
    return rows.stream()
        .filter(row -> row.key().table() == RowTable.COURSE_LESSONS)
        .flatMap(row -> new Columns(row).number("voice_fidelity_score").stream())
        .toList();
  }

  /** The mean of these to four digits; empty without any. */
  public static Optional<BigDecimal> mean(List<BigDecimal> numbers) {
    return numbers.stream()
        .reduce(BigDecimal::add)
        .map(sum -> sum.divide(BigDecimal.valueOf(numbers.size()), SCALE, RoundingMode.HALF_UP))
        .map(RowOverviews::plain);
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static Optional<Columns> row(Collection<TypedRow> rows, RowTable table) {
    return rows.stream().filter(row -> row.key().table() == table).findFirst().map(Columns::new);
  }

  /** The columns of a row, by what they hold. */
  private record Columns(Optional<TypedRow> row) {

    static final Columns NONE = new Columns(Optional.empty());

    Columns(TypedRow row) {
      this(Optional.of(row));
    }

    Optional<String> text(String column) {
      return value(column).map(JsonNode::asText);
    }

    Optional<BigDecimal> number(String column) {
      return text(column).map(BigDecimal::new).map(RowOverviews::plain);
    }

    Optional<Integer> integer(String column) {
      return value(column).map(JsonNode::asInt);
    }

    List<String> texts(String column) {
      return items(column).stream().map(JsonNode::asText).toList();
    }

    List<String> issues() {
      return items("validation_issues").stream().map(item -> item.path("issue").asText()).toList();
    }

    int findings(String severity) {
      return (int)
          items("findings").stream()
              .filter(finding -> severity.equals(finding.path("severity").asText()))
              .count();
    }

    private List<JsonNode> items(String column) {
      List<JsonNode> items = new ArrayList<>();
      value(column).ifPresent(list -> list.forEach(items::add));
      return items;
    }

    private Optional<JsonNode> value(String column) {
      return row.map(TypedRow::values)
          .flatMap(values -> Optional.ofNullable(values.get(column)))
          .map(Columns::tree);
    }

    private static JsonNode tree(String json) {
      try {
        return MAPPER.readTree(json);
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException("a column that is no JSON", e);
      }
    }
  }
}
