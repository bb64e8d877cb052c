package io.creatoros.core.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.creatoros.core.course.CourseId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Everything that the typed rows say of a course, put together row by row: one JSON object, with
 * the lessons at the end. For one thread.
 */
public final class ExportJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String LESSONS = "lessons";

  private final CourseId course;
  private final StringWriter text = new StringWriter();
  private final JsonGenerator json;
  private boolean begun;
  private boolean inLessons;

  public ExportJson(CourseId course) {
    this.course = course;
    try {
      json = JSON.createGenerator(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes a row; those of lessons come last.
   *
   * @param revision the course's revision
   * @param section what it is a row of
   * @param row the row, in JSON
   */
  public void add(long revision, String section, String row) {
    try {
      begin(revision);
      if (!section.equals(LESSONS)) {
        json.writeFieldName(section);
      } else if (!inLessons) {
        beginLessons();
      }
      json.writeRawValue(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The object; empty when there were no rows. Nothing can be added afterwards. */
  public Optional<String> done() {
    if (!begun) {
      return Optional.empty();
    }
    try {
      if (!inLessons) {
        beginLessons();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.close();
      return Optional.of(text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void begin(long revision) throws IOException {
    if (!begun) {
      json.writeStartObject();
      json.writeStringField("course", course.path());
      json.writeNumberField("revision", revision);
      begun = true;
    }
  }

  private void beginLessons() throws IOException {
    json.writeArrayFieldStart(LESSONS);
    inLessons = true;
  }
}
