package io.creatoros.postgres;

import io.creatoros.core.query.LessonHit;
import io.creatoros.core.query.LessonSearch;
import io.creatoros.core.storage.StorageRejectedException;
import java.util.List;

/** Full-text search in the lessons of a project. */
final class LessonSearching {
  private final Database database;
  private final String project;

  LessonSearching(Database database, String project) {
    this.database = database;
    this.project = project;
  }

  List<LessonHit> search(LessonSearch search) {
    requireIndexed();
    return database.call(
        "search lessons",
        handle ->
            handle
                .createQuery(QuerySql.SEARCH)
                .bind("project", project)
                .bind("words", search.words().replace('\0', ' '))
                .bind("persona", search.persona())
                .bind("minGps", search.minGps())
                .bind("limit", Math.max(0, search.limit()))
                .map((row, context) -> Overviews.hit(row))
                .list());
  }

  /**
   * @throws StorageRejectedException if an answer could miss lessons
   */
  private void requireIndexed() {
    long courses =
        database.call(
            "look for lessons that are not indexed",
            handle ->
                handle
                    .createQuery(QuerySql.NOT_INDEXED)
                    .bind("project", project)
                    .mapTo(Long.class)
                    .one());
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
}
