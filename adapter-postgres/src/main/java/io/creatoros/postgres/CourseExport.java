package io.creatoros.postgres;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.creatoros.core.course.CourseId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Writes everything that the typed rows say of a course, row by row. */
final class CourseExport {
  private static final JsonFactory JSON = new JsonFactory();

  private final Database database;
  private final String project;

  CourseExport(Database database, String project) {
    this.database = database;
    this.project = project;
  }

  Optional<String> of(CourseId course) {
    Document document = new Document();
    database.call(
        "export course \"" + course + "\"",
        handle ->
            handle
                .createQuery(QuerySql.EXPORT)
                .bind("project", project)
                .bind("course", course.path())
                .map((row, context) -> document.add(course, row))
                .list());
    return document.done();
  }

  /** One JSON object, with the lessons at the end. */
  private static final class Document {
    private static final String LESSONS = "lessons";

    private final StringWriter text = new StringWriter();
    private final JsonGenerator json;
    private boolean begun;
    private boolean inLessons;

    private Document() {
      try {
        json = JSON.createGenerator(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private boolean add(CourseId course, ResultSet row) throws SQLException {
      try {
        if (!begun) {
          begin(course, row);
        }
        write(row.getString("section"), row.getString("row"));
        return true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void begin(CourseId course, ResultSet row) throws IOException, SQLException {
      begun = true;
      json.writeStartObject();
      json.writeStringField("course", course.path());
      json.writeNumberField("revision", row.getLong("course_revision"));
    }

    private void write(String section, String row) throws IOException {
      if (section.equals(LESSONS) && !inLessons) {
        json.writeArrayFieldStart(LESSONS);
        inLessons = true;
      } else if (!section.equals(LESSONS)) {
        json.writeFieldName(section);
      }
      json.writeRawValue(row);
    }

    private Optional<String> done() {
      if (!begun) {
        return Optional.empty();
      }
      try {
        if (!inLessons) {
          json.writeArrayFieldStart(LESSONS);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.close();
        return Optional.of(text.toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
