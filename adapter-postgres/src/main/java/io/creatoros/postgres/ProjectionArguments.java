package io.creatoros.postgres;

import io.creatoros.core.course.Projection;
import io.creatoros.core.wire.ProjectionJson;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/**
 * Typed rows as the SQL core takes them: lessons as one array of two dimensions, others as one
 * document.
 */
final class ProjectionArguments {

  private static final String[][] NO_LESSONS = {};

  private ProjectionArguments() {}

  static Query bind(Query query, Optional<Projection> projection) {
    return query
        .bind("projection", projection.map(ProjectionJson::withoutLessons))
        .bind("lessons", SqlArrays.table(projection.map(LessonArray::of).orElse(NO_LESSONS)));
  }
}
