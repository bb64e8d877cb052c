package io.creatoros.postgres;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.Sha256;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Changes as the SQL core takes them. */
final class ChangesJson {
  private static final JsonFactory JSON = new JsonFactory();

  private ChangesJson() {}

  static String of(List<Change> changes) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartArray();
      for (Change change : changes) {
        json.writeStartObject();
        json.writeStringField("path", change.path().value());
        if (change instanceof Change.Put put) {
          write(json, put);
        } else if (change instanceof Change.Delete delete) {
          json.writeStringField("expected", delete.expected().hex());
        } else {
          throw new AssertionError(change);
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Change.Put put) throws IOException {
    json.writeStringField("name", put.name());
    json.writeStringField("sha256", put.hash().hex());
    json.writeNumberField("size", put.size());
    json.writeStringField("kind", put.kind().name().toLowerCase(Locale.ROOT));
    json.writeBooleanField("stored", put.stored());
    Optional<String> expected = put.expected().map(Sha256::hex);
    if (expected.isPresent()) {
      json.writeStringField("expected", expected.get());
    }
  }
}
