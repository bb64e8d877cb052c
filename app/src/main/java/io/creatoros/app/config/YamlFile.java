package io.creatoros.app.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code creatoros.yaml} as a stream, so that no size, depth or alias of a hostile file costs
 * more than a message.
 */
final class YamlFile {

  private static final long LARGEST = 256 * 1024;
  private static final int DEEPEST = 8;

  private final Path file;
  private final List<Problem> problems;
  private final Layer layer = new Layer();

  private YamlFile(Path file, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  static Layer read(Path file, List<Problem> problems) {
    try {
      if (Files.size(file) <= LARGEST) {
        return read(file, Files.readString(file), problems);
      }
      problems.add(new Problem(file.toString(), "is over 256 KiB; that is no configuration"));
    } catch (IOException e) {
      problems.add(new Problem(file.toString(), "cannot be read as UTF-8 text (" + e + ")"));
    }
    return new Layer();
  }

  /** Reads the text of a file. */
  static Layer read(Path file, String text, List<Problem> problems) {
    YamlFile reader = new YamlFile(file, problems);
    try {
      reader.parse(text);
    } catch (Refused e) {
      problems.add(new Problem(file + ":" + e.line, e.reason));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      problems.add(
          new Problem(file + ":" + line, e.getOriginalMessage().lines().findFirst().orElse("")));
    } catch (IOException e) {
      problems.add(new Problem(file.toString(), "cannot be read as UTF-8 text (" + e + ")"));
    }
    return reader.layer;
  }

  private void parse(String text) throws IOException {
    YAMLFactory factory =
        YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (YAMLParser parser = factory.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null || (first.isScalarValue() && parser.getText().isBlank())) {
        return;
      }
      if (first != JsonToken.START_OBJECT) {
        throw refused(parser, "must hold settings as 'name: value' lines");
      }
      object(parser, "", 1);
      if (parser.nextToken() != null) {
        throw refused(parser, "must hold one document only");
      }
    }
  }

  private void object(YAMLParser parser, String prefix, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw refused(parser, "is nested deeper than " + DEEPEST + " levels");
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = prefix + parser.currentName();
      int line = parser.currentLocation().getLineNr();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT) {
        object(parser, key + ".", depth + 1);
      } else if (value == JsonToken.START_ARRAY) {
        put(key, list(parser), line);
      } else {
        put(key, scalar(parser), line);
      }
    }
  }

  private String list(YAMLParser parser) throws IOException {
    List<String> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!parser.currentToken().isScalarValue()) {
        throw refused(parser, "a list holds plain values only");
      }
      items.add(scalar(parser));
    }
    return String.join(Globs.SEPARATOR, items);
  }

  private String scalar(YAMLParser parser) throws IOException {
    if (parser.isCurrentAlias()) {
      throw refused(parser, "anchors and aliases are not supported; write the value out");
    }
    return parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText().strip();
  }

  private void put(String key, String text, int line) {
    Source source = new Source(Source.Rank.FILE, "line " + line);
    if (AdapterConfig.isKey(key)) {
      layer.putAdapter(AdapterConfig.name(key), text, source);
      return;
    }
    Setting.ofKey(key)
        .ifPresentOrElse(
            setting -> {
              if (!text.isEmpty()) {
                layer.put(setting, text, source);
              }
            },
            () -> problems.add(new Problem(file + ":" + line, Nearest.unknownKey(key))));
  }

  private static Refused refused(YAMLParser parser, String reason) {
    return new Refused(parser.currentLocation().getLineNr(), reason);
  }

  private static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final String reason;

    Refused(int line, String reason) {
      this.line = line;
      this.reason = reason;
    }
  }
}
