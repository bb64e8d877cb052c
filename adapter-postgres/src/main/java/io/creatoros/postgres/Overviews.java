package io.creatoros.postgres;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.query.CourseOverview;
import io.creatoros.core.query.LessonHit;
import io.creatoros.core.query.LessonOverview;
import io.creatoros.core.query.ValidationCounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What questions to the typed rows answer, row by row. */
final class Overviews {
  /** The digits that means of scores are told with. */
  private static final int SCALE = 4;

  private Overviews() {}

  static CourseOverview course(ResultSet row) throws SQLException {
    return new CourseOverview(
        Keys.course(row.getString("course")),
        row.getString("title"),
        text(row, "slug"),
        text(row, "persona"),
        number(row, "voice_fidelity_score"),
        number(row, "fidelity_target"),
        row.getString("status"),
        texts(row, "keywords"),
        text(row, "course_type"),
        text(row, "tool_name"),
        text(row, "knowledge_level"),
        text(row, "language"),
        row.getInt("modules"),
        row.getInt("lessons"),
        integer(row, "planned_lessons"),
        row.getLong("words"),
        number(row, "average_gps"),
        number(row, "average_didatica"),
        new ValidationCounts(
            row.getInt("passed"),
            row.getInt("warning"),
            row.getInt("failed"),
            row.getInt("unscored")),
        row.getInt("errors"),
        row.getInt("warnings"));
  }

  static LessonOverview lesson(ResultSet row) throws SQLException {
    return new LessonOverview(
        row.getString("file_path"),
        text(row, "lesson_id"),
        integer(row, "module_number"),
        integer(row, "lesson_number"),
        text(row, "module_title"),
        row.getString("title"),
        integer(row, "word_count"),
        number(row, "gps_score"),
        number(row, "didatica_score"),
        text(row, "validation_status"),
        texts(row, "issues"),
        text(row, "bloom_level"),
        integer(row, "duration_minutes"),
        row.getString("status"));
  }

  static LessonHit hit(ResultSet row) throws SQLException {
    CourseId course = Keys.course(row.getString("course"));
    return new LessonHit(course, lesson(row), row.getString("excerpt"));
  }

  /** A number without trailing zeros; a mean to four digits. */
  static Optional<BigDecimal> number(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getBigDecimal(column)).map(Overviews::rounded);
  }

  static BigDecimal rounded(BigDecimal number) {
    BigDecimal stripped = number.setScale(SCALE, RoundingMode.HALF_UP).stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  private static Optional<Integer> integer(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, Integer.class));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    String[] texts = (String[]) row.getArray(column).getArray();
    return Arrays.stream(texts).filter(Objects::nonNull).toList();
  }
}
