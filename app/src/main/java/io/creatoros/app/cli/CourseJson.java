package io.creatoros.app.cli;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.RefusedRow;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.sync.CourseReport;
import io.creatoros.core.sync.DeleteGuard;
import io.creatoros.core.sync.OpenPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A course's report as JSON. */
final class CourseJson {

  private CourseJson() {}

  static Map<String, Object> of(CourseReport course) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("course", course.course());
    json.put("equal", course.isEqual());
    json.put("files", course.files());
    json.put("unstored", course.unstored());
    json.put("written", course.written());
    json.put("deleted", course.deleted());
    json.put("taken", course.taken());
    json.put("bytesSent", course.bytesSent());
    json.put("revision", course.revision());
    json.put("restored", course.restored());
    json.put("projected", course.projected());
    json.put("rowsOwed", course.rowsOwed());
    json.put("refused", course.refused().stream().map(CourseJson::of).toList());
    json.put("open", course.open().entrySet().stream().map(CourseJson::of).toList());
    json.put("unseen", unseen(course));
    json.put(
        "edits",
        course.edits().stream()
            .map(
                edit ->
                    row(
                        "number", edit.number(),
                        "table", edit.table(),
                        "operation", edit.operation(),
                        "path", edit.path(),
                        "hash", edit.hash(),
                        "at", edit.at(),
                        "by", edit.by()))
            .toList());
    json.put("kept", course.kept());
    json.put("firstContact", firstContact(course));
    json.put("guard", course.guard().map(CourseJson::of));
    json.put("failure", course.failure().map(CourseJson::of));
    return json;
  }

  static Map<String, Object> of(Map.Entry<ArtifactPath, OpenPath> open) {
    return row(
        "path", open.getKey(),
        "verdict", open.getValue().verdict(),
        "symbol", open.getValue().verdict().symbol(),
        "reason", open.getValue().reason());
  }

  static List<Map<String, Object>> unseen(CourseReport course) {
    return course.unseen().entrySet().stream()
        .map(unseen -> row("path", unseen.getKey(), "reason", unseen.getValue()))
        .toList();
  }

  static Optional<Map<String, Object>> firstContact(CourseReport course) {
    return course
        .firstContact()
        .map(
            contact ->
                row(
                    "origin", contact.origin(),
                    "equal", contact.equal(),
                    "here", contact.here(),
                    "there", contact.there()));
  }

  static Map<String, Object> of(RefusedRow refused) {
    return row(
        "table", refused.key().table().tableName(),
        "path", refused.key().path(),
        "code", refused.code(),
        "reason", refused.reason());
  }

  static Map<String, Object> of(DeleteGuard.Stop stop) {
    return row("code", stop.code(), "reason", stop.reason(), "next", stop.next());
  }

  static Map<String, Object> of(StorageException failure) {
    return row(
        "code", failure.code(),
        "message", String.valueOf(failure.getMessage()),
        "next", failure.remedy().orElse(""));
  }

  /** A JSON object of names and values in turn. */
  static Map<String, Object> row(Object... namesAndValues) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return row;
  }
}
