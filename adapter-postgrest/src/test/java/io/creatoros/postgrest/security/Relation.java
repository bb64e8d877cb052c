package io.creatoros.postgrest.security;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table or view that PostgREST serves.
 *
 * @param name its name
 * @param key the column that tells the project or course a row belongs to
 * @param change what a PATCH sets
 * @param row a row to add; {@code PROJECT}, {@code COURSE}, {@code EMPTY} and {@code PIECE} stand
 *     for the keys of a place, {@code USER} for a new user
 */
record Relation(String name, String key, String change, String row) {
  private static final String OF_A_VIEW = "{\"project\": \"changed\"}";
  private static final String OF_A_PIECE =
      "{\"course_id\": COURSE, \"content_piece_id\": \"PIECE\"}";

  private static final List<Relation> TABLES =
      List.of(
          new Relation(
              "content_projects",
              "id",
              "{\"name\": \"changed\"}",
              "{\"slug\": \"new\", \"name\": \"new\"}"),
          new Relation(
              "content_project_members",
              "project_id",
              "{\"role\": \"owner\"}",
              "{\"project_id\": \"PROJECT\", \"user_id\": \"USER\", \"role\": \"viewer\"}"),
          new Relation(
              "minds",
              "project_id",
              "{\"name\": \"changed\"}",
              "{\"project_id\": \"PROJECT\", \"slug\": \"new\", \"name\": \"new\"}"),
          new Relation(
              "content_pieces",
              "course_id",
              "{\"title\": \"changed\"}",
              "{\"course_id\": EMPTY, \"project_id\": \"PROJECT\", \"title\": \"new\"}"),
          new Relation("course_metadata", "course_id", "{\"tool_name\": \"changed\"}", OF_A_PIECE),
          new Relation(
              "course_lessons",
              "course_id",
              "{\"title\": \"changed\"}",
              """
              {"course_id": COURSE, "course_piece_id": "PIECE", "file_path": "new.md",
               "title": "new", "slug": "new", "content_sha256": "\\\\x%s"}"""
                  .formatted("00".repeat(32))),
          new Relation(
              "market_research",
              "course_id",
              "{\"updated_at\": \"2026-01-01T00:00:00Z\"}",
              OF_A_PIECE),
          new Relation("content_performance", "course_id", "{\"views\": 7}", OF_A_PIECE));

  /** All that there are. */
  static Stream<Relation> all() {
    return Stream.concat(
        TABLES.stream(),
        Stream.of(
                "lesson_statistics",
                "course_statistics",
                "course_findings",
                "course_failures",
                "course_coverage",
                "persona_statistics",
                "quality_statistics",
                "score_statistics",
                "monthly_statistics")
            .map(name -> new Relation(name, "project", OF_A_VIEW, OF_A_VIEW)));
  }

  @Override
  public String toString() {
    return name;
  }
}
