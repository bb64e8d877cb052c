package io.creatoros.postgres;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.StoredFacts;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import org.jdbi.v3.core.statement.Query;

/**
 * A projection as the SQL core takes it: facts as one array per column, lessons as one array of two
 * dimensions, other rows as one document.
 */
final class ProjectionArguments {

  private static final String[][] NO_LESSONS = {};

  private ProjectionArguments() {}

  static Query bind(Query query, Optional<Projection> projection) {
    SortedMap<ArtifactPath, StoredFacts> facts =
        projection.map(Projection::facts).orElse(Collections.emptySortedMap());
    Collection<StoredFacts> values = facts.values();
    return query
        .bind(
            "factPaths", SqlArrays.texts(facts.keySet().stream().map(ArtifactPath::value).toList()))
        .bind(
            "factVersions", SqlArrays.integers(values.stream().map(StoredFacts::version).toList()))
        .bind("facts", SqlArrays.texts(values.stream().map(StoredFacts::json).toList()))
        .bind("projection", projection.map(ProjectionJson::of))
        .bind("lessons", SqlArrays.table(projection.map(LessonArray::of).orElse(NO_LESSONS)));
  }
}
