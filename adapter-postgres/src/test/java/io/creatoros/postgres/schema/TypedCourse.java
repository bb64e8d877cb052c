package io.creatoros.postgres.schema;

import io.creatoros.core.course.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A course as the SQL functions take it, in JSON: lessons with texts, and a little around them. */
final class TypedCourse {
  private final SchemaDatabase database;
  private final String path;
  private final Map<String, String> lessons = new LinkedHashMap<>();
  private final Map<String, String> extras = new LinkedHashMap<>();
  private String piece =
      "\"type\":\"course\",\"title\":\"Um curso\",\"keywords\":[\"Notas\"],\"status\":\"draft\","
          + "\"persona\":\"ana\",\"piece_slug\":\"um-curso\"";
  private String language = "pt";
  private boolean heal;
  private boolean searchable = true;
  private long revision;

  TypedCourse(SchemaDatabase database, String path) {
    this.database = database;
    this.path = path;
    this.revision = revision();
  }

  TypedCourse lesson(String file, String text) {
    lessons.put(file, text);
    return this;
  }

  /** Adds columns to a lesson, as members of a JSON object. */
  TypedCourse lessonValues(String file, String members) {
    extras.put(file, members);
    return this;
  }

  TypedCourse without(String file) {
    lessons.remove(file);
    return this;
  }

  TypedCourse pieceValues(String members) {
    piece = members;
    return this;
  }

  TypedCourse language(String code) {
    language = code;
    return this;
  }

  TypedCourse healing() {
    heal = true;
    return this;
  }

  TypedCourse notSearchable() {
    searchable = false;
    return this;
  }

  TypedCourse searchable() {
    searchable = true;
    return this;
  }

  /** Commits the files that are new, and all rows; returns the answer. */
  String commit() {
    List<String> changes = new ArrayList<>();
    List<String> facts = new ArrayList<>();
    lessons.forEach(
        (file, text) -> {
          if (database
              .strings(
                  "select f.path from creatoros.files f"
                      + " join creatoros.courses c on c.id = f.course_id"
                      + " where c.path = ? and f.path = ? and f.facts = ?",
                  path,
                  file,
                  text)
              .isEmpty()) {
            upload(text);
            changes.add(change(file, text));
            facts.add(fact(file, text));
          }
        });
    return commit("[" + String.join(",", changes) + "]", "[" + String.join(",", facts) + "]");
  }

  /** Commits the files that are new, and all rows; no facts. */
  String commitWithoutFacts() {
    List<String> changes = new ArrayList<>();
    lessons.forEach(
        (file, text) -> {
          upload(text);
          changes.add(change(file, text));
        });
    return commit("[" + String.join(",", changes) + "]", "[]");
  }

  /** Commits rows alone. */
  String project() {
    return commit("[]", "[]");
  }

  private String commit(String changes, String facts) {
    String answer =
        database.string(
            "select creatoros.commit('default', ?, ?, 'me', ?::jsonb, ?::jsonb, ?::jsonb)",
            path,
            revision,
            changes,
            facts,
            projection());
    revision = revision();
    return answer;
  }

  private long revision() {
    return database.strings("select revision from creatoros.courses where path = ?", path).stream()
        .mapToLong(Long::parseLong)
        .findAny()
        .orElse(0);
  }

  private void upload(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    database.execute(
        "select creatoros.upload('default', ?, array[?]::bytea[], '{0}', array[?]::bytea[])",
        path, Sha256.of(bytes).bytes(), bytes);
  }

  private String change(String file, String text) {
    String expected =
        database
            .strings(
                "select encode(f.sha256, 'hex') from creatoros.files f"
                    + " join creatoros.courses c on c.id = f.course_id"
                    + " where c.path = ? and f.path = ?",
                path,
                file)
            .stream()
            .map(hash -> ",\"expected\":\"" + hash + "\"")
            .findAny()
            .orElse("");
    return "{\"path\":%s,\"name\":%s,\"sha256\":\"%s\",\"size\":%d,\"kind\":\"lesson\",\"stored\":true%s}"
        .formatted(
            quoted(file),
            quoted(file),
            hash(text),
            text.getBytes(StandardCharsets.UTF_8).length,
            expected);
  }

  private static String fact(String file, String text) {
    return "{\"path\":%s,\"version\":1,\"facts\":%s}".formatted(quoted(file), quoted(text));
  }

  private String projection() {
    return ("{\"version\":7,\"heal\":%s,\"searchable\":%s,\"personas\":{\"ana\":\"Ana\"},"
            + "\"texts\":{\"%s\":\"um plano\"},\"rows\":{"
            + "\"content_pieces\":[{%s,\"language\":\"%s\"}],"
            + "\"course_metadata\":[{\"curriculum\":{},\"learning_objectives\":[],"
            + "\"course_brief\":\"%s\",\"pedagogical_framework\":\"GPS\",\"total_modules\":1,"
            + "\"total_lessons\":%d,\"listed_lessons\":4,\"total_scripts\":0,"
            + "\"total_transcripts\":0,\"course_type\":\"technical\",\"findings\":["
            + "{\"code\":\"A\",\"severity\":\"error\",\"path\":\"a.md\",\"line\":3,"
            + "\"message\":\"m\",\"remedy\":\"r\"}]}],"
            + "\"course_lessons\":[%s]}}")
        .formatted(
            heal,
            searchable,
            hash("um plano"),
            piece,
            language,
            hash("um plano"),
            lessons.size(),
            lessons.entrySet().stream()
                .map(lesson -> row(lesson.getKey(), lesson.getValue()))
                .collect(Collectors.joining(",")));
  }

  private String row(String file, String text) {
    return ("{\"file_path\":%s,\"title\":%s,\"slug\":\"aula\",\"status\":\"draft\","
            + "\"content_sha256\":\"%s\",\"content_markdown\":\"%s\"%s}")
        .formatted(
            quoted(file),
            quoted(file),
            hash(text),
            hash(text),
            extras.containsKey(file) ? "," + extras.get(file) : "");
  }

  static String hash(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex();
  }

  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\r", "\\r").replace("\n", "\\n")
        + '"';
  }
}
