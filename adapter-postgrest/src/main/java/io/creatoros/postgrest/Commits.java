package io.creatoros.postgrest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.wire.ChangesJson;
import io.creatoros.core.wire.CommitAnswer;
import io.creatoros.core.wire.KnownReferences;
import io.creatoros.core.wire.ProjectionJson;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to the courses of a project, one request for a commit. */
final class Commits {
  private static final Logger LOG = LoggerFactory.getLogger(Commits.class);

  /**
   * The most lessons that are entered into the full-text index by one request, which is all that a
   * statement has time for where it may take a few seconds. Those of a larger course are entered
   * after its commit.
   */
  private static final int MOST_INDEXED = 200;

  private final Api api;
  private final KnownReferences references = new KnownReferences(this::makeKnown);

  Commits(Api api) {
    this.api = api;
  }

  CommitResult commit(
      CourseId course,
      long atRevision,
      String origin,
      List<Change> changes,
      Optional<Projection> projection) {
    projection.ifPresent(rows -> references.add(rows.personas()));
    boolean indexLater = projection.filter(Commits::isLarge).isPresent();
    CommitResult result =
        CommitAnswer.of(
            api.call(
                "commit to course \"" + course + "\"",
                "creatoros_commit",
                api.arguments(course)
                    .with("p_revision", atRevision)
                    .with("p_origin", origin)
                    .with("p_changes", json -> ChangesJson.write(json, changes))
                    .with("p_facts", json -> writeFacts(json, projection))
                    .with("p_projection", json -> write(json, projection, indexLater))));
    if (result instanceof CommitResult.Committed committed) {
      if (!committed.refused().isEmpty()) {
        references.forget();
      }
      if (indexLater) {
        index(course);
      }
    }
    return result;
  }

  /**
   * Enters lessons into the full-text index until none is left. A failure leaves the commit what it
   * is: the mirror tells how many lessons are not in the index, and later commits go on with them.
   */
  private void index(CourseId course) {
    try {
      long left = Long.MAX_VALUE;
      long before;
      do {
        before = left;
        left = indexSome(course);
      } while (left > 0 && left < before);
    } catch (StorageException e) {
      LOG.warn(
          "SEARCH_NOT_INDEXED: lessons of course {} are stored, and not all in the full-text index;"
              + " the next commit goes on with them: {}",
          course,
          e.getMessage());
    }
  }

  private long indexSome(CourseId course) {
    return api.call(
            "index lessons of course \"" + course + "\"",
            "creatoros_index",
            api.arguments(course).with("p_limit", MOST_INDEXED))
        .path("left")
        .asLong();
  }

  private void makeKnown(Map<String, String> personas) {
    api.call(
        "make project \"" + api.project() + "\" known",
        "creatoros_references",
        api.arguments().with("p_personas", json -> ProjectionJson.writeTexts(json, personas)));
  }

  private static boolean isLarge(Projection projection) {
    long sent =
        projection.rows().stream()
            .filter(row -> row.key().table() == RowTable.COURSE_LESSONS)
            .count();
    long kept =
        projection.kept().stream().filter(key -> key.table() == RowTable.COURSE_LESSONS).count();
    return projection.searchable() && sent + kept > MOST_INDEXED;
  }

  private static void writeFacts(JsonGenerator json, Optional<Projection> projection)
      throws IOException {
    ChangesJson.write(json, projection.map(Projection::facts).orElse(Collections.emptySortedMap()));
  }

  private static void write(JsonGenerator json, Optional<Projection> projection, boolean indexLater)
      throws IOException {
    if (projection.isPresent()) {
      ProjectionJson.write(json, projection.get(), indexLater);
    } else {
      json.writeNull();
    }
  }
}
