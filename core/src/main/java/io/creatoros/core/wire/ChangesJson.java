package io.creatoros.core.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.StoredFacts;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Changes and facts as {@code creatoros.commit} takes them: an array of objects each. */
public final class ChangesJson {

  private ChangesJson() {}

  /** Writes changes, in their order; a delete has no hash. */
  public static void write(JsonGenerator json, List<Change> changes) throws IOException {
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
  }

  /** Writes facts, each a string that holds an object. */
  public static void write(JsonGenerator json, Map<ArtifactPath, StoredFacts> facts)
      throws IOException {
    json.writeStartArray();
    for (Map.Entry<ArtifactPath, StoredFacts> known : facts.entrySet()) {
      json.writeStartObject();
      json.writeStringField("path", known.getKey().value());
      json.writeNumberField("version", known.getValue().version());
      json.writeStringField("facts", known.getValue().json());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Change.Put put) throws IOException {
    json.writeStringField("name", put.name());
    json.writeStringField("sha256", put.hash().hex());
    json.writeNumberField("size", put.size());
    json.writeStringField("kind", put.kind().name().toLowerCase(Locale.ROOT));
    json.writeBooleanField("stored", put.stored());
    if (put.expected().isPresent()) {
      json.writeStringField("expected", put.expected().get().hex());
    }
  }
}
