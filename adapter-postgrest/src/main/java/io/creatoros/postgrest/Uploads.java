package io.creatoros.postgrest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.creatoros.core.course.Content;
import io.creatoros.core.course.ContentPart;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sends contents in requests that stay well inside the limits of what stands between: about 1 MiB
 * each, one after the other, in the order of their keys, none twice.
 */
final class Uploads {
  private static final Comparator<ContentPart> BY_KEY =
      Comparator.comparing(ContentPart::hash).thenComparingInt(ContentPart::part);

  /** The most bytes that a request to hash stored contents names, unless it names one only. */
  private static final long MOST_HASHED = 32L << 20;

  private static final int MOST_NAMED = 5_000;

  private final Api api;

  Uploads(Api api) {
    this.api = api;
  }

  Set<Sha256> missing(CourseId course, Map<Sha256, Long> sizes) {
    Set<Sha256> missing = new HashSet<>();
    List<Map.Entry<Sha256, Long>> portion = new ArrayList<>();
    long bytes = 0;
    for (Map.Entry<Sha256, Long> content : new TreeMap<>(sizes).entrySet()) {
      bytes += content.getValue();
      if (!portion.isEmpty() && (bytes > MOST_HASHED || portion.size() == MOST_NAMED)) {
        missing.addAll(ask(course, portion));
        portion.clear();
        bytes = content.getValue();
      }
      portion.add(content);
    }
    if (!portion.isEmpty()) {
      missing.addAll(ask(course, portion));
    }
    return missing;
  }

  void upload(CourseId course, List<ContentPart> parts) {
    TreeMap<ContentPart, ContentPart> distinct = new TreeMap<>(BY_KEY);
    parts.forEach(part -> distinct.put(part, part));
    List<ContentPart> request = new ArrayList<>();
    long bytes = 0;
    for (ContentPart part : distinct.values()) {
      bytes += part.bytes().length;
      if (!request.isEmpty() && bytes > Content.PART_SIZE) {
        send(course, request);
        request.clear();
        bytes = part.bytes().length;
      }
      request.add(part);
    }
    if (!request.isEmpty()) {
      send(course, request);
    }
  }

  private List<Sha256> ask(CourseId course, List<Map.Entry<Sha256, Long>> contents) {
    List<Sha256> missing = new ArrayList<>();
    api.call(
            "look for contents of course \"" + course + "\"",
            "creatoros_missing",
            api.arguments(course).with("p_contents", json -> write(json, contents)))
        .forEach(hash -> missing.add(new Sha256(hash.asText())));
    return missing;
  }

  private void send(CourseId course, List<ContentPart> parts) {
    api.call(
        "store contents of course \"" + course + "\"",
        "creatoros_upload",
        api.arguments(course).with("p_parts", json -> writeParts(json, parts)));
  }

  private static void write(JsonGenerator json, List<Map.Entry<Sha256, Long>> contents)
      throws IOException {
    json.writeStartArray();
    for (Map.Entry<Sha256, Long> content : contents) {
      json.writeStartObject();
      json.writeStringField("sha256", content.getKey().hex());
      json.writeNumberField("size", content.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeParts(JsonGenerator json, List<ContentPart> parts) throws IOException {
    json.writeStartArray();
    for (ContentPart part : parts) {
      json.writeStartObject();
      json.writeStringField("sha256", part.hash().hex());
      json.writeNumberField("part", part.part());
      json.writeBinaryField("bytes", part.bytes());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
