package io.creatoros.core.record;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brings records up to date: what is given is replaced, all else stays, keys that nobody knows
 * included. A record that says it all already keeps its bytes.
 */
public final class RecordMerge {

  private static final String SCHEMA = "schema";
  private static final String PROVENANCE = "provenance";
  private static final String REVIEWS = "reviews";

  /** The order in which values are written; what is not known comes last, as found. */
  private static final List<String> ORDER =
      List.of(
          SCHEMA,
          "path",
          "persona",
          "personaName",
          "voiceFidelity",
          "status",
          "publishedAt",
          "keywords",
          "competitorsAnalyzed",
          REVIEWS,
          "review",
          "generationSeconds",
          "generationCostUsd",
          "retries",
          PROVENANCE);

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private RecordMerge() {}

  /** A record is not the JSON object that it should be, so that its values cannot be kept. */
  public static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
      super(message);
    }
  }

  /**
   * A record with values replaced.
   *
   * @param there the record as it is; empty for a new one
   * @param given the values, as {@link RecordJson} writes them; of provenance, each by its name
   * @param cleared the keys that are to be without a value
   */
  public static byte[] with(Optional<byte[]> there, byte[] given, Set<String> cleared)
      throws UnreadableException {
    ObjectNode values = object(given);
    if (there.isEmpty()) {
      return written(values);
    }
    ObjectNode record = object(there.get());
    ObjectNode merged = record.deepCopy();
    values.remove(SCHEMA);
    values.properties().forEach(value -> put(merged, value.getKey(), value.getValue()));
    merged.remove(cleared);
    return merged.equals(record) ? there.get() : written(merged);
  }

  /**
   * The record of a course without the reviews of one file; empty when it has none, or is no JSON
   * object.
   */
  public static Optional<byte[]> withoutReviews(byte[] course, String path) {
    ObjectNode record;
    try {
      record = object(course);
    } catch (UnreadableException e) {
      return Optional.empty();
    }
    boolean removed = false;
    if (record.get(REVIEWS) != null) {
      Iterator<JsonNode> reviews = record.get(REVIEWS).iterator();
      while (reviews.hasNext()) {
        if (path.equals(reviews.next().path("path").asText())) {
          reviews.remove();
          removed = true;
        }
      }
    }
    return removed ? Optional.of(written(record)) : Optional.empty();
  }

  private static void put(ObjectNode record, String key, JsonNode value) {
    if (key.equals(PROVENANCE) && record.get(key) instanceof ObjectNode known) {
      known.setAll((ObjectNode) value);
    } else {
      record.set(key, value);
    }
  }

  private static ObjectNode object(byte[] json) throws UnreadableException {
    try {
      if (MAPPER.readTree(json) instanceof ObjectNode object) {
        return object;
      }
      throw new UnreadableException("it holds no JSON object");
    } catch (IOException e) {
      throw new UnreadableException("it is no JSON from line " + line(e) + " on");
    }
  }

  private static int line(IOException problem) {
    return problem instanceof JsonProcessingException json
        ? Optional.ofNullable(json.getLocation()).map(JsonLocation::getLineNr).orElse(1)
        : 1;
  }

  private static byte[] written(ObjectNode record) {
    ObjectNode ordered = MAPPER.createObjectNode();
    ORDER.stream().filter(record::has).forEach(key -> ordered.set(key, record.get(key)));
    record.properties().forEach(value -> ordered.putIfAbsent(value.getKey(), value.getValue()));
    if (ordered.get(PROVENANCE) instanceof ObjectNode provenance) {
      ordered.set(PROVENANCE, sorted(provenance));
    }
    try {
      return (MAPPER.writer(RecordJson.printer()).writeValueAsString(ordered) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  private static ObjectNode sorted(ObjectNode object) {
    ObjectNode sorted = MAPPER.createObjectNode();
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    names.forEach(name -> sorted.set(name, object.get(name)));
    return sorted;
  }
}
