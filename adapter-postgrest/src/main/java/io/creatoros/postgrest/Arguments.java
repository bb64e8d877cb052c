package io.creatoros.postgrest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The named arguments of a function, written as the one JSON object that a request holds. Half a
 * surrogate pair, which UTF-8 cannot spell, becomes a question mark.
 */
final class Arguments {
  private static final JsonFactory JSON = new JsonFactory();

  /** Writes the value of an argument. */
  @FunctionalInterface
  interface Value {
    void write(JsonGenerator json) throws IOException;
  }

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonGenerator json;

  private Arguments() {
    try {
      json = JSON.createGenerator(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
      json.writeStartObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The project, which every function takes. */
  static Arguments of(String project) {
    return new Arguments().with("p_project", project);
  }

  Arguments with(String name, String text) {
    return with(name, json -> json.writeString(text));
  }

  Arguments with(String name, long number) {
    return with(name, json -> json.writeNumber(number));
  }

  Arguments with(String name, boolean flag) {
    return with(name, json -> json.writeBoolean(flag));
  }

  /** Null when it is empty. */
  Arguments with(String name, Optional<String> text) {
    return text.isPresent() ? with(name, text.get()) : with(name, JsonGenerator::writeNull);
  }

  Arguments with(String name, Value value) {
    try {
      json.writeFieldName(name);
      value.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** The object, in UTF-8; nothing can be added afterwards. */
  byte[] bytes() {
    try {
      json.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
