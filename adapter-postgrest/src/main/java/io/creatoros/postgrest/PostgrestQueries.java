package io.creatoros.postgrest;

import com.fasterxml.jackson.databind.JsonNode;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.query.CourseOverview;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.core.query.LessonHit;
import io.creatoros.core.query.LessonOverview;
import io.creatoros.core.query.LessonSearch;
import io.creatoros.core.query.ProjectStats;
import io.creatoros.core.query.QueryAnswers;
import io.creatoros.core.query.QueryRow;
import io.creatoros.core.query.StatsTally;
import io.creatoros.core.wire.ExportJson;
import io.creatoros.core.wire.ProjectionJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Questions to the typed rows, one request each. */
final class PostgrestQueries implements CourseQueries {
  private final Api api;

  PostgrestQueries(Api api) {
    this.api = api;
  }

  @Override
  public List<CourseOverview> courses() {
    return overviews(Map.of());
  }

  @Override
  public Optional<CourseOverview> course(CourseId course) {
    return overviews(Map.of("course", course.path())).stream().findFirst();
  }

  @Override
  public List<CourseOverview> withSlug(String slug) {
    return overviews(Map.of("slug", slug));
  }

  @Override
  public List<CourseOverview> withKeyword(String keyword) {
    return overviews(Map.of("keyword", keyword));
  }

  @Override
  public List<CourseOverview> withPersona(String persona) {
    return overviews(Map.of("persona", persona));
  }

  @Override
  public List<LessonOverview> lessons(CourseId course) {
    String operation = "list the lessons of course \"" + course + "\"";
    return rows(
        api.call(operation, "creatoros_lessons", api.arguments(course)), QueryAnswers::lesson);
  }

  @Override
  public List<LessonHit> topLessons(int limit) {
    Arguments arguments = api.arguments().with("p_limit", Math.max(0, limit));
    return rows(
        api.call("list the best lessons", "creatoros_top_lessons", arguments), QueryAnswers::hit);
  }

  @Override
  public List<LessonHit> search(LessonSearch search) {
    JsonNode answer =
        api.call(
            "search lessons",
            "creatoros_search",
            api.arguments()
                .with("p_words", search.words().replace('\0', ' '))
                .with("p_persona", search.persona())
                .with("p_min_gps", search.minGps().map(BigDecimal::toPlainString))
                .with("p_limit", Math.max(0, search.limit())));
    QueryAnswers.requireIndexed(answer.path("not_indexed").asLong());
    return rows(answer.path("hits"), QueryAnswers::hit);
  }

  @Override
  public ProjectStats stats() {
    StatsTally tally = new StatsTally();
    for (JsonNode cell :
        api.call("count courses and lessons", "creatoros_stats", api.arguments())) {
      tally.add(new JsonRow(cell));
    }
    return tally.stats();
  }

  @Override
  public Optional<String> export(CourseId course) {
    String operation = "export course \"" + course + "\"";
    JsonNode answer = api.call(operation, "creatoros_export", api.arguments(course));
    ExportJson export = new ExportJson(course);
    for (JsonNode section : answer.path("sections")) {
      export.add(
          answer.path("revision").asLong(),
          section.path("section").asText(),
          section.path("row").asText());
    }
    return export.done();
  }

  private List<CourseOverview> overviews(Map<String, String> filter) {
    Arguments arguments =
        api.arguments().with("p_filter", json -> ProjectionJson.writeTexts(json, filter));
    return rows(api.call("list courses", "creatoros_overviews", arguments), QueryAnswers::course);
  }

  private static <T> List<T> rows(JsonNode answer, Function<QueryRow, T> read) {
    List<T> rows = new ArrayList<>();
    answer.forEach(row -> rows.add(read.apply(new JsonRow(row))));
    return rows;
  }
}
