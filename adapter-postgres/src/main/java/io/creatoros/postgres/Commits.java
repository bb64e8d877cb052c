package io.creatoros.postgres;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.wire.CommitAnswer;
import io.creatoros.core.wire.KnownReferences;
import io.creatoros.core.wire.ProjectionJson;
import io.creatoros.core.wire.WireJson;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Writes to the courses of a project. */
final class Commits {
  private static final SortedMap<ArtifactPath, StoredFacts> NO_FACTS = Collections.emptySortedMap();

  private final Database database;
  private final String project;

  private final KnownReferences references = new KnownReferences(this::makeKnown);

  Commits(Database database, String project) {
    this.database = database;
    this.project = project;
  }

  CommitResult commit(
      CourseId course,
      long atRevision,
      String origin,
      List<Change> changes,
      Optional<Projection> projection) {
    projection.ifPresent(rows -> references.add(rows.personas()));
    CommitResult result =
        database.call(
            "commit to course \"" + course + "\"",
            handle ->
                ProjectionArguments.bind(
                        ChangeArrays.bind(
                            handle
                                .createQuery(Sql.COMMIT)
                                .bind("project", project)
                                .bind("course", course.path())
                                .bind("revision", atRevision)
                                .bind("origin", origin),
                            changes,
                            projection.map(Projection::facts).orElse(NO_FACTS)),
                        projection)
                    .mapTo(String.class)
                    .map(answer -> CommitAnswer.of(WireJson.tree(answer)))
                    .one());
    if (result instanceof CommitResult.Committed committed && !committed.refused().isEmpty()) {
      references.forget();
    }
    return result;
  }

  private void makeKnown(Map<String, String> personas) {
    database.call(
        "make project \"" + project + "\" known",
        handle ->
            handle
                .createQuery(Sql.ENSURE_REFERENCES)
                .bind("project", project)
                .bind("personas", ProjectionJson.personas(personas))
                .map((row, context) -> true)
                .one());
  }
}
