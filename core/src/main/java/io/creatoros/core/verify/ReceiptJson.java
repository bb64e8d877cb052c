package io.creatoros.core.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.MirrorIdentity;
import io.creatoros.core.course.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The JSON form of a receipt. Written as a stream; read with limits, and checked. */
final class ReceiptJson {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(10)
                  .maxStringLength(32_768)
                  .maxNumberLength(20)
                  .maxNameLength(64)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final ObjectMapper MAPPER =
      new ObjectMapper(FACTORY).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private ReceiptJson() {}

  /** The receipt's format is one that this program does not know. */
  static final class NewerFormat extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long format;

    NewerFormat(long format) {
      super("format " + format);
      this.format = format;
    }

    long format() {
      return format;
    }
  }

  static void write(Receipt receipt, OutputStream out) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("format", Receipt.FORMAT);
      json.writeStringField("tool", receipt.tool());
      json.writeStringField("at", receipt.at().toString());
      json.writeStringField("mirror", receipt.mirror().toString());
      json.writeStringField("project", receipt.project());
      json.writeStringField("origin", receipt.origin());
      json.writeStringField("verdict", receipt.verdict().name());
      json.writeArrayFieldStart("courses");
      for (Receipt.CourseProof course : receipt.courses()) {
        write(course, json);
      }
      json.writeEndArray();
      json.writeStringField("digest", receipt.digest());
      json.writeEndObject();
    }
  }

  /**
   * Reads a receipt.
   *
   * @throws NewerFormat if its format is not known
   * @throws IllegalArgumentException if a value is missing or makes no sense, or the digest differs
   */
  static Receipt read(InputStream in) throws IOException {
    JsonNode root;
    try (JsonParser parser = FACTORY.createParser(in)) {
      root = MAPPER.readTree(parser);
    }
    if (root == null || !root.isObject()) {
      throw new IllegalArgumentException("it holds no JSON object");
    }
    long format = whole(root, "format");
    if (format != Receipt.FORMAT) {
      throw new NewerFormat(format);
    }
    Receipt receipt = receipt(root);
    String digest = text(root, "digest");
    if (!digest.equals(receipt.digest())) {
      throw new IllegalArgumentException("its digest does not fit what it says: it was edited");
    }
    return receipt;
  }

  private static void write(Receipt.CourseProof course, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("course", course.course().path());
    json.writeStringField("verdict", course.verdict().name());
    json.writeNumberField("revision", course.revision());
    json.writeNumberField("files", course.paths().size());
    json.writeNumberField("bytes", course.bytes());
    json.writeNumberField("unstored", course.unstored());
    json.writeArrayFieldStart("paths");
    for (var path : course.paths().entrySet()) {
      FileProof file = path.getValue();
      json.writeStartObject();
      json.writeStringField("path", path.getKey().value());
      json.writeStringField("name", file.name());
      json.writeStringField("sha256", file.hash().hex());
      json.writeNumberField("size", file.size());
      json.writeBooleanField("stored", file.stored());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static Receipt receipt(JsonNode root) {
    List<Receipt.CourseProof> courses = new ArrayList<>();
    for (JsonNode course : array(root, "courses")) {
      courses.add(course(course));
    }
    return new Receipt(
        text(root, "tool"),
        instant(text(root, "at")),
        new MirrorIdentity(UUID.fromString(text(root, "mirror"))),
        text(root, "project"),
        text(root, "origin"),
        verdict(root),
        courses);
  }

  private static Receipt.CourseProof course(JsonNode course) {
    SortedMap<ArtifactPath, FileProof> paths = new TreeMap<>();
    for (JsonNode file : array(course, "paths")) {
      FileProof proof =
          new FileProof(
              text(file, "name"),
              new Sha256(text(file, "sha256")),
              whole(file, "size"),
              truth(file, "stored"));
      paths.put(new ArtifactPath(text(file, "path")), proof);
    }
    return new Receipt.CourseProof(
        new CourseId(text(course, "course")), verdict(course), whole(course, "revision"), paths);
  }

  private static VerifyVerdict verdict(JsonNode node) {
    String name = text(node, "verdict");
    return Arrays.stream(VerifyVerdict.values())
        .filter(verdict -> verdict.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("\"verdict\" is none: " + name));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"at\" is no time: " + text, e);
    }
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    require(value.isTextual(), field, "a text");
    return value.textValue();
  }

  private static long whole(JsonNode node, String field) {
    JsonNode value = node.path(field);
    require(value.isIntegralNumber() && value.canConvertToLong(), field, "a whole number");
    return value.longValue();
  }

  private static boolean truth(JsonNode node, String field) {
    JsonNode value = node.path(field);
    require(value.isBoolean(), field, "true or false");
    return value.booleanValue();
  }

  private static JsonNode array(JsonNode node, String field) {
    JsonNode value = node.path(field);
    require(value.isArray(), field, "a list");
    return value;
  }

  private static void require(boolean sound, String field, String expected) {
    if (!sound) {
      throw new IllegalArgumentException(
          "\"" + field + "\" is not " + expected + ", or is missing");
    }
  }
}
