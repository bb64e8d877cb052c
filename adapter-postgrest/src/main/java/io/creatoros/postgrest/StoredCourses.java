package io.creatoros.postgrest;

import com.fasterxml.jackson.databind.JsonNode;
import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseSummary;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.ForeignEdit;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.wire.Keys;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads where the courses of a project stand, and their files. */
final class StoredCourses {
  private final Api api;

  StoredCourses(Api api) {
    this.api = api;
  }

  List<CourseSummary> summaries() {
    List<CourseSummary> summaries = new ArrayList<>();
    for (JsonNode course : api.call("list courses", "creatoros_courses", api.arguments())) {
      summaries.add(
          new CourseSummary(
              Keys.course(course.path("course").asText()),
              course.path("revision").asLong(),
              course.path("origin").asText(),
              course.path("files").asLong(),
              course.path("bytes").asLong()));
    }
    return summaries;
  }

  Map<CourseId, CourseHead> heads(Collection<CourseId> courses) {
    Map<CourseId, CourseHead> heads = new HashMap<>();
    String[] paths = courses.stream().map(CourseId::path).toArray(String[]::new);
    Arguments arguments =
        api.arguments().with("p_courses", json -> json.writeArray(paths, 0, paths.length));
    for (JsonNode one : api.call("read the revisions of courses", "creatoros_heads", arguments)) {
      CourseHead head = head(one);
      heads.put(head.course(), head);
    }
    return heads;
  }

  MirrorCourse read(CourseId course, Evidence evidence) {
    boolean recompute = evidence == Evidence.RECOMPUTED;
    String operation =
        (recompute ? "hash the bytes of course \"" : "read course \"") + course + "\"";
    List<JsonNode> pages =
        new Pages(operation, "head", "files", api.errors())
            .all(
                after ->
                    api.call(
                        operation,
                        "creatoros_read",
                        api.arguments(course)
                            .with("p_recompute", recompute)
                            .with("p_after", after)));
    if (pages.get(0).isNull()) {
      return MirrorCourse.absent(course);
    }
    SortedMap<ArtifactPath, RemoteFile> files = new TreeMap<>();
    for (JsonNode page : pages) {
      for (JsonNode one : page.path("files")) {
        ArtifactPath path = Keys.path(course, one.path("path").asText());
        files.put(path, file(path, one));
      }
    }
    return new MirrorCourse(head(pages.get(0).path("head")), files);
  }

  List<ForeignEdit> edits(CourseId course, long after) {
    List<ForeignEdit> edits = new ArrayList<>();
    Arguments arguments = api.arguments(course).with("p_after", after);
    String operation = "list edits of course \"" + course + "\"";
    for (JsonNode edit : api.call(operation, "creatoros_edits", arguments)) {
      edits.add(
          new ForeignEdit(
              edit.path("id").asLong(),
              course,
              edit.path("table").asText(),
              edit.path("operation").asText(),
              text(edit, "path"),
              text(edit, "sha256"),
              OffsetDateTime.parse(edit.path("at").asText()).toInstant(),
              edit.path("by").asText()));
    }
    return edits;
  }

  private static CourseHead head(JsonNode head) {
    return new CourseHead(
        Keys.course(head.path("course").asText()),
        head.path("revision").asLong(),
        head.path("edits").asLong(),
        head.path("origin").asText(),
        head.path("projection_version").asInt(),
        head.path("refused").asInt());
  }

  private static RemoteFile file(ArtifactPath path, JsonNode file) {
    long revision = file.path("revision").asLong();
    Optional<Sha256> recorded = text(file, "sha256").map(Sha256::new);
    if (recorded.isEmpty()) {
      return new RemoteFile.Tombstone(
          path, new Sha256(file.path("last_sha256").asText()), revision);
    }
    return new RemoteFile.Stored(
        new ManifestEntry(
            path,
            file.path("name").asText(),
            text(file, "computed").map(Sha256::new).orElse(recorded.get()),
            recorded.get(),
            file.path("size").asLong(),
            ArtifactKind.valueOf(file.path("kind").asText().toUpperCase(Locale.ROOT)),
            file.path("held").asBoolean(),
            revision));
  }

  private static Optional<String> text(JsonNode row, String name) {
    return Optional.ofNullable(row.path(name).textValue());
  }
}
