package io.creatoros.postgres;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.StoredFacts;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes to the courses of a project. What rows refer to, the project and its personas, is made
 * known before, in a transaction of its own: so no two commits wait for each other on it.
 */
final class Commits {
  private static final SortedMap<ArtifactPath, StoredFacts> NO_FACTS = Collections.emptySortedMap();

  private final Database database;
  private final String project;

  /** The personas that were made known, and with them the project. */
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  private volatile boolean projectKnown;

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
    projection.ifPresent(rows -> makeKnown(rows.personas()));
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
                    .map((row, context) -> Answers.commit(row))
                    .one());
    if (result instanceof CommitResult.Committed committed && !committed.refused().isEmpty()) {
      forget();
    }
    return result;
  }

  private void makeKnown(Map<String, String> personas) {
    Map<String, String> unknown = new HashMap<>(personas);
    unknown.keySet().removeAll(known);
    if (projectKnown && unknown.isEmpty()) {
      return;
    }
    database.call(
        "make project \"" + project + "\" known",
        handle ->
            handle
                .createQuery(Sql.ENSURE_REFERENCES)
                .bind("project", project)
                .bind("personas", ProjectionJson.personas(unknown))
                .map((row, context) -> true)
                .one());
    known.addAll(unknown.keySet());
    projectKnown = true;
  }

  /** Somebody may have deleted what was known. */
  private void forget() {
    projectKnown = false;
    known.clear();
  }
}
