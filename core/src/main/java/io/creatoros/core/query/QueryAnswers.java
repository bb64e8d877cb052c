package io.creatoros.core.query;

import io.creatoros.core.storage.StorageRejectedException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** What the rows say that mirrors answer questions with. */
public final class QueryAnswers {
  /** The digits that means of scores are told with. */
  private static final int SCALE = 4;

  private QueryAnswers() {}

  /** A course in a few figures. */
  public static CourseOverview course(QueryRow row) {
    return new CourseOverview(
        row.course("course"),
        row.requiredText("title"),
        row.text("slug"),
        row.text("persona"),
        rounded(row, "voice_fidelity_score"),
        rounded(row, "fidelity_target"),
        row.requiredText("status"),
        row.texts("keywords"),
        row.text("course_type"),
        row.text("tool_name"),
        row.text("knowledge_level"),
        row.text("language"),
        row.count("modules"),
        row.count("lessons"),
        row.integer("planned_lessons"),
        row.requiredNumber("words").longValueExact(),
        rounded(row, "average_gps"),
        rounded(row, "average_didatica"),
        new ValidationCounts(
            row.count("passed"), row.count("warning"), row.count("failed"), row.count("unscored")),
        row.count("errors"),
        row.count("warnings"));
  }

  /** A lesson in a few figures. */
  public static LessonOverview lesson(QueryRow row) {
    return new LessonOverview(
        row.requiredText("file_path"),
        row.text("lesson_id"),
        row.integer("module_number"),
        row.integer("lesson_number"),
        row.text("module_title"),
        row.requiredText("title"),
        row.integer("word_count"),
        rounded(row, "gps_score"),
        rounded(row, "didatica_score"),
        row.text("validation_status"),
        row.texts("issues"),
        row.text("bloom_level"),
        row.integer("duration_minutes"),
        row.requiredText("status"));
  }

  /** A lesson that was found, with its course. */
  public static LessonHit hit(QueryRow row) {
    return new LessonHit(row.course("course"), lesson(row), row.requiredText("excerpt"));
  }

  /**
   * Refuses a search that would not find everything.
   *
   * @param courses how many courses have lessons that are not in the full-text index
   * @throws StorageRejectedException if there are any
   */
  public static void requireIndexed(long courses) {
    if (courses > 0) {
      throw new StorageRejectedException(
          "SEARCH_NOT_INDEXED",
          "the lessons of "
              + courses
              + (courses == 1 ? " course" : " courses")
              + " are not in the full-text index, so a search would miss them",
          "creatoros sync --full --set search=on");
    }
  }

  /** A number without trailing zeros; a mean to four digits. */
  static Optional<BigDecimal> rounded(QueryRow row, String column) {
    return row.number(column).map(QueryAnswers::rounded);
  }

  static BigDecimal rounded(BigDecimal number) {
    BigDecimal stripped = number.setScale(SCALE, RoundingMode.HALF_UP).stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
