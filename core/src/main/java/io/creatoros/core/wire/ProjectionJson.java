package io.creatoros.core.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.TypedRow;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** A projection as the SQL core takes it: one JSON document, long texts by their hashes. */
public final class ProjectionJson {
  private static final JsonFactory JSON = new JsonFactory();

  private ProjectionJson() {}

  /** All of it but its lessons, which are handed over beside it. */
  public static String withoutLessons(Projection projection) {
    return text(json -> write(json, projection, false, false));
  }

  /**
   * Writes all of it.
   *
   * @param indexLater whether lessons are left out of the full-text index for now, those too that
   *     have to be entered into it anew; the caller enters them afterwards
   */
  public static void write(JsonGenerator json, Projection projection, boolean indexLater)
      throws IOException {
    write(json, projection, indexLater, true);
  }

  /** Personas as the SQL core takes them: an object from slug to name. */
  public static String personas(Map<String, String> personas) {
    return text(json -> writeTexts(json, personas));
  }

  /** Writes an object of texts. */
  public static void writeTexts(JsonGenerator json, Map<String, String> texts) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      json.writeStringField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  private static void write(
      JsonGenerator json, Projection projection, boolean indexLater, boolean lessons)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("version", projection.version());
    json.writeBooleanField("heal", projection.heal());
    json.writeBooleanField("searchable", projection.searchable() && !indexLater);
    if (indexLater) {
      json.writeBooleanField("index_later", true);
    }
    json.writeFieldName("personas");
    writeTexts(json, projection.personas());
    json.writeObjectFieldStart("texts");
    for (Map.Entry<Sha256, String> entry : projection.texts().entrySet()) {
      json.writeStringField(entry.getKey().hex(), entry.getValue());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("rows");
    for (RowTable table : RowTable.values()) {
      if (lessons || table != RowTable.COURSE_LESSONS) {
        writeRows(json, table, projection);
      }
    }
    json.writeEndObject();
    if (!projection.kept().isEmpty()) {
      json.writeObjectFieldStart("kept");
      for (RowTable table : RowTable.values()) {
        writeKept(json, table, projection);
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeRows(JsonGenerator json, RowTable table, Projection projection)
      throws IOException {
    json.writeArrayFieldStart(table.tableName());
    for (TypedRow row : projection.rows()) {
      if (row.key().table() == table) {
        writeRow(json, row);
      }
    }
    json.writeEndArray();
  }

  private static void writeRow(JsonGenerator json, TypedRow row) throws IOException {
    json.writeStartObject();
    if (!row.key().path().isEmpty()) {
      json.writeStringField(TypedRowJson.LESSON_KEY, row.key().path());
    }
    for (Map.Entry<String, String> value : row.values().entrySet()) {
      json.writeFieldName(value.getKey());
      json.writeRawValue(value.getValue());
    }
    for (Map.Entry<String, Sha256> text : row.texts().entrySet()) {
      json.writeStringField(text.getKey(), text.getValue().hex());
    }
    json.writeEndObject();
  }

  private static void writeKept(JsonGenerator json, RowTable table, Projection projection)
      throws IOException {
    List<RowKey> kept = projection.kept().stream().filter(key -> key.table() == table).toList();
    if (!kept.isEmpty()) {
      json.writeArrayFieldStart(table.tableName());
      for (RowKey key : kept) {
        json.writeString(key.path());
      }
      json.writeEndArray();
    }
  }

  private static String text(Writing writing) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      writing.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private interface Writing {
    void write(JsonGenerator json) throws IOException;
  }
}
