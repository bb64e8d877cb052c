package io.creatoros.postgres;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.creatoros.core.course.Change;
import io.creatoros.core.wire.ChangesJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Changes as the SQL core takes them, as one text. */
final class ChangesText {

  private ChangesText() {}

  static String of(List<Change> changes) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      ChangesJson.write(json, changes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
