package io.creatoros.core.projection;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.creatoros.core.text.CleanText;
import java.io.IOException;

/** Writes texts and names as databases take them: one that was cut may end in half a character. */
final class CleanTexts extends StdSerializer<String> {

  private static final long serialVersionUID = 1L;

  private final boolean names;

  private CleanTexts(boolean names) {
    super(String.class);
    this.names = names;
  }

  static SimpleModule module() {
    return new SimpleModule()
        .addSerializer(String.class, new CleanTexts(false))
        .addKeySerializer(String.class, new CleanTexts(true));
  }

  @Override
  public void serialize(String text, JsonGenerator json, SerializerProvider unused)
      throws IOException {
    String clean = CleanText.of(text);
    if (names) {
      json.writeFieldName(clean);
    } else {
      json.writeString(clean);
    }
  }
}
