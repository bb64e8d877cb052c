package io.creatoros.core.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records as JSON for people: UTF-8, one value a line, always in the same order, a line feed at the
 * end; what is absent is left out. {@link RecordReader} reads back what was written, if texts are
 * neither blank nor surrounded by space and a voice fidelity has no more than two digits.
 */
public final class RecordJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private RecordJson() {}

  /** The record of a course, to be stored at {@link RecordPaths#course()}. */
  public static byte[] write(CourseRecord record) {
    return written(
        json -> {
          text(json, "persona", record.persona());
          text(json, "personaName", record.personaName());
          number(json, "voiceFidelity", record.voiceFidelity());
          text(json, "status", record.status());
          text(json, "publishedAt", record.publishedAt());
          keywords(json, record.keywords());
          number(
              json, "competitorsAnalyzed", record.competitorsAnalyzed().map(BigDecimal::valueOf));
          reviews(json, record.reviews());
          provenance(json, record.provenance());
        });
  }

  /**
   * The record of a lesson, to be stored at {@link RecordPaths#lesson}; its label is told by that
   * path alone.
   */
  public static byte[] write(LessonRecord record) {
    return written(
        json -> {
          text(json, "path", record.path());
          number(json, "voiceFidelity", record.voiceFidelity());
          text(json, "status", record.status());
          if (record.review().isPresent()) {
            json.writeFieldName("review");
            review(json, record.review().get());
          }
          number(json, "generationSeconds", record.generationSeconds());
          number(json, "generationCostUsd", record.generationCostUsd());
          number(json, "retries", record.retries().map(BigDecimal::valueOf));
          provenance(json, record.provenance());
        });
  }

  @FunctionalInterface
  private interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  private static byte[] written(Members members) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.setPrettyPrinter(printer());
      json.writeStartObject();
      json.writeStringField("schema", RecordObject.SCHEMA);
      members.write(json);
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written", e);
    }
    return out.toByteArray();
  }

  static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }

  private static void keywords(JsonGenerator json, List<String> keywords) throws IOException {
    if (!keywords.isEmpty()) {
      json.writeArrayFieldStart("keywords");
      for (String keyword : keywords) {
        json.writeString(keyword);
      }
      json.writeEndArray();
    }
  }

  private static void reviews(JsonGenerator json, List<Review> reviews) throws IOException {
    if (!reviews.isEmpty()) {
      json.writeArrayFieldStart("reviews");
      for (Review review : reviews) {
        review(json, review);
      }
      json.writeEndArray();
    }
  }

  private static void review(JsonGenerator json, Review review) throws IOException {
    json.writeStartObject();
    text(json, "path", review.path());
    json.writeStringField("judged", review.judged().hex());
    json.writeStringField("verdict", review.verdict());
    text(json, "reviewer", review.reviewer());
    if (!review.issues().isEmpty()) {
      json.writeArrayFieldStart("issues");
      for (Review.Issue issue : review.issues()) {
        issue(json, issue);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void issue(JsonGenerator json, Review.Issue issue) throws IOException {
    json.writeStartObject();
    json.writeStringField("issue", issue.issue());
    json.writeStringField("severity", issue.severity());
    json.writeStringField("category", issue.category());
    json.writeEndObject();
  }

  private static void provenance(JsonGenerator json, Map<String, String> provenance)
      throws IOException {
    if (!provenance.isEmpty()) {
      json.writeObjectFieldStart("provenance");
      for (Map.Entry<String, String> entry : provenance.entrySet()) {
        json.writeStringField(entry.getKey(), entry.getValue());
      }
      json.writeEndObject();
    }
  }

  private static void text(JsonGenerator json, String key, Optional<String> text)
      throws IOException {
    if (text.isPresent()) {
      json.writeStringField(key, text.get());
    }
  }

  private static void number(JsonGenerator json, String key, Optional<BigDecimal> number)
      throws IOException {
    if (number.isPresent()) {
      json.writeFieldName(key);
      json.writeNumber(number.get().toPlainString());
    }
  }
}
