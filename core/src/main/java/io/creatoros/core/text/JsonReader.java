package io.creatoros.core.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.creatoros.core.text.StructuredText.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads JSON as a tree, within limits. */
public final class JsonReader {

  private static final int LONGEST = 16 << 20;
  private static final int DEEPEST = 64;
  private static final int LONGEST_NUMBER = 1000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxStringLength(LONGEST)
                  .maxNameLength(LONGEST)
                  .maxDocumentLength(LONGEST)
                  .build())
          .build();

  private JsonReader() {}

  /** The document of a text, as far as it can be read; never throws, whatever it holds. */
  public static StructuredText read(String text) {
    List<Value> documents = new ArrayList<>();
    try (JsonParser parser = FACTORY.createParser(ByteOrderMark.without(text))) {
      if (parser.nextToken() != null) {
        documents.add(value(parser));
        parser.nextToken();
      }
      boolean ended = parser.currentToken() == null;
      return new StructuredText(
          documents,
          ended
              ? Optional.empty()
              : problem(line(parser), "text stands after the end of the document", false));
    } catch (StreamConstraintsException e) {
      return new StructuredText(
          documents, problem(line(e), "it is too long or nests too deeply", true));
    } catch (JsonProcessingException e) {
      return new StructuredText(documents, problem(line(e), reason(e), false));
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory is always readable", e);
    }
  }

  private static Value value(JsonParser parser) throws IOException {
    int line = line(parser);
    return switch (parser.currentToken()) {
      case START_OBJECT -> new Value.Entries(entries(parser), line);
      case START_ARRAY -> new Value.Items(items(parser), line);
      case VALUE_NULL -> new Value.Scalar("", line);
      default -> new Value.Scalar(CleanText.of(parser.getText()), line);
    };
  }

  private static Map<String, Value> entries(JsonParser parser) throws IOException {
    Map<String, Value> entries = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = CleanText.of(parser.currentName());
      parser.nextToken();
      entries.put(key, value(parser));
    }
    return entries;
  }

  private static List<Value> items(JsonParser parser) throws IOException {
    List<Value> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }

  private static String reason(JsonProcessingException e) {
    return e.getOriginalMessage().contains("end-of-input")
        ? "it ends before everything is closed"
        : "a comma, a quotation mark or a bracket is missing or too many";
  }

  private static Optional<Problem> problem(int line, String reason, boolean tooLarge) {
    return Optional.of(new Problem(line, reason, tooLarge));
  }

  private static int line(JsonParser parser) {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  private static int line(JsonProcessingException e) {
    return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
  }
}
