package io.creatoros.postgrest;

import com.fasterxml.jackson.databind.JsonNode;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.course.TypedRows;
import io.creatoros.core.wire.Keys;
import io.creatoros.core.wire.StoredRowsAnswer;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the facts and typed rows of a project's courses. */
final class StoredRows {
  private final Api api;

  StoredRows(Api api) {
    this.api = api;
  }

  SortedMap<ArtifactPath, StoredFacts> facts(CourseId course) {
    String operation = "read the facts of course \"" + course + "\"";
    SortedMap<ArtifactPath, StoredFacts> facts = new TreeMap<>();
    new Pages(operation, "revision", "facts", api.errors())
        .all(
            after ->
                api.call(
                    operation, "creatoros_facts", api.arguments(course).with("p_after", after)))
        .forEach(
            page ->
                page.path("facts")
                    .forEach(
                        known ->
                            facts.put(
                                Keys.path(course, known.path("path").asText()),
                                new StoredFacts(
                                    known.path("version").asInt(), known.path("facts").asText()))));
    return facts;
  }

  TypedRows rows(CourseId course) {
    JsonNode answer =
        api.call(
            "read the typed rows of course \"" + course + "\"",
            "creatoros_rows",
            api.arguments(course));
    if (answer.isNull()) {
      return TypedRows.absent();
    }
    StoredRowsAnswer rows = new StoredRowsAnswer();
    for (JsonNode row : answer.path("rows")) {
      rows.add(row.path("table").asText(), row.path("path").asText(""), row.path("row").asText());
    }
    return rows.at(answer.path("revision").asLong(), answer.path("projection_version").asInt());
  }
}
