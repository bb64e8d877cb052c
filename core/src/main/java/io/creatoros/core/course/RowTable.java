package io.creatoros.core.course;

import java.util.Locale;

/** The tables of typed rows that are projected from the files of a course. */
public enum RowTable {
  /** One row for a course: what it is called, and by whom. */
  CONTENT_PIECES,
  /** One row for a course: its brief, curriculum and outline. */
  COURSE_METADATA,
  /** One row for each lesson. */
  COURSE_LESSONS,
  /** One row for a course that has reports of market research. */
  MARKET_RESEARCH;

  /** The table's name in a database. */
  public String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
