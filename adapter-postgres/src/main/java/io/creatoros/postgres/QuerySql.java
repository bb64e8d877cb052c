package io.creatoros.postgres;

/** The questions to the typed rows. */
final class QuerySql {
  static final String OVERVIEWS =
      "select o.* from creatoros.overviews(:project, :course, :slug, :keyword, :persona) o";

  static final String LESSONS = "select l.* from creatoros.lessons(:project, :course) l";

  static final String TOP_LESSONS = "select l.* from creatoros.top_lessons(:project, :limit) l";

  static final String NOT_INDEXED = "select creatoros.not_indexed(:project)";

  static final String SEARCH =
      "select h.* from creatoros.search(:project, :words, :persona, :minGps, :limit) h";

  static final String STATS = "select s.* from creatoros.stats(:project) s";

  static final String EXPORT =
      """
      select e.course_revision, e.section, e.row::text as row
      from creatoros.export(:project, :course) e
      """;

  private QuerySql() {}
}
