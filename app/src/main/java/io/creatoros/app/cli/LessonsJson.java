package io.creatoros.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.creatoros.app.session.SessionException;
import io.creatoros.core.lesson.LessonLabels;
import io.creatoros.core.persist.LessonDraft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Lessons as a JSON array. All that is wrong is told at once, element by element. */
final class LessonsJson {

  private static final int LONGEST_TEXT = 32 << 20;
  private static final int LONGEST_NUMBER = 1000;
  private static final int SHOWN = 5;

  private static final Set<String> KEYS =
      new TreeSet<>(
          List.of(
              "label",
              "markdown",
              "file",
              "title",
              "slug",
              "voiceFidelity",
              "status",
              "generationSeconds",
              "generationCostUsd",
              "retries",
              "provenance"));

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(10)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxStringLength(LONGEST_TEXT)
                  .build())
          .build();

  private final TextInput files;

  /**
   * @param files reads the files that elements name
   */
  LessonsJson(TextInput files) {
    this.files = files;
  }

  /**
   * The lessons of an array.
   *
   * @throws SessionException naming each element that is wrong, and why
   */
  List<LessonDraft> read(String json) {
    List<Element> elements = parsed(json);
    if (elements.isEmpty()) {
      throw invalid("the array is empty: a lesson is needed");
    }
    List<LessonDraft> drafts = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    Set<String> labels = new TreeSet<>();
    for (Element element : elements) {
      try {
        LessonDraft draft = draft(element);
        if (!labels.add(draft.label().id())) {
          throw new IllegalArgumentException("the label is there twice");
        }
        drafts.add(draft);
      } catch (IllegalArgumentException | SessionException e) {
        wrong.add(element.name() + ": " + e.getMessage());
      }
    }
    if (!wrong.isEmpty()) {
      int more = wrong.size() - SHOWN;
      throw invalid(
          String.join("; ", wrong.subList(0, Math.min(SHOWN, wrong.size())))
              + (more > 0 ? "; and " + Text.count(more, "element") + " more" : ""));
    }
    return drafts;
  }

  private LessonDraft draft(Element element) {
    element.requireKnownKeys();
    return new LessonDraft(
        LessonLabels.parse(element.text("label").orElseThrow(() -> missing("label"))),
        markdown(element),
        element.text("title"),
        element.text("slug"),
        element.number("voiceFidelity", BigDecimal::new, "a number"),
        element.text("status"),
        element.number("generationSeconds", BigDecimal::new, "a number"),
        element.number("generationCostUsd", BigDecimal::new, "a number"),
        element.number("retries", Integer::valueOf, "a whole number"),
        element.texts("provenance"));
  }

  private String markdown(Element element) {
    Optional<String> markdown = element.text("markdown");
    Optional<String> file = element.text("file");
    if (markdown.isPresent() == file.isPresent()) {
      throw new IllegalArgumentException(
          markdown.isPresent() ? "has both markdown and file" : "has neither markdown nor file");
    }
    return markdown.or(() -> files.of(file)).orElseThrow();
  }

  private static List<Element> parsed(String json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw invalid("it is no JSON array");
      }
      List<Element> elements = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        int line = parser.currentTokenLocation().getLineNr();
        elements.add(new Element(elements.size() + 1, line, value(parser)));
      }
      if (parser.nextToken() != null) {
        throw invalid("text stands after the end of the array");
      }
      return elements;
    } catch (JsonProcessingException e) {
      throw invalid("line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory is always readable", e);
    }
  }

  /** A text, a map of values, or the token that stands for anything else. */
  private static Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> values = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        parser.nextToken();
        values.put(key, value(parser));
      }
      return values;
    }
    if (token == JsonToken.START_ARRAY) {
      parser.skipChildren();
    }
    return token == JsonToken.VALUE_STRING || token.isNumeric() ? parser.getText() : token;
  }

  private static IllegalArgumentException missing(String key) {
    return new IllegalArgumentException("has no " + key);
  }

  private static SessionException invalid(String message) {
    return new SessionException(
        SessionException.Kind.USAGE,
        "LESSONS_INVALID",
        "nothing was written: " + message,
        "creatoros persist lessons --help");
  }

  /**
   * An element of the array.
   *
   * @param number its place, from 1
   * @param line where it begins
   * @param value what it is
   */
  private record Element(int number, int line, Object value) {

    String name() {
      Object label = value instanceof Map<?, ?> map ? map.get("label") : null;
      return "element "
          + number
          + (label instanceof String text ? " (" + Text.atMost(text, 20) + ")" : "")
          + ", line "
          + line;
    }

    void requireKnownKeys() {
      for (Object key : map().keySet()) {
        if (!KEYS.contains(key)) {
          throw new IllegalArgumentException(
              "\"" + key + "\" is none of " + String.join(", ", KEYS));
        }
      }
    }

    private Map<?, ?> map() {
      if (value instanceof Map<?, ?> map) {
        return map;
      }
      throw new IllegalArgumentException("is no object");
    }

    Optional<String> text(String key) {
      return Optional.<Object>ofNullable(map().get(key))
          .filter(found -> found != JsonToken.VALUE_NULL)
          .map(found -> text(key, found));
    }

    <T> Optional<T> number(String key, Function<String, T> parse, String what) {
      Optional<String> written = text(key);
      try {
        return written.map(parse);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            key + " is \"" + Text.atMost(written.orElse(""), 40) + "\", not " + what);
      }
    }

    Map<String, String> texts(String key) {
      Object found = map().get(key);
      if (found == null || found == JsonToken.VALUE_NULL) {
        return Map.of();
      }
      if (!(found instanceof Map<?, ?> values)) {
        throw new IllegalArgumentException(key + " is no object of texts");
      }
      Map<String, String> texts = new LinkedHashMap<>();
      values.forEach((name, value) -> texts.put(String.valueOf(name), text(key, value)));
      return texts;
    }

    private static String text(String key, Object found) {
      if (found instanceof String text) {
        return text;
      }
      throw new IllegalArgumentException(key + " is no text");
    }
  }
}
