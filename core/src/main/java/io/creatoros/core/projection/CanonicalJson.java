package io.creatoros.core.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.creatoros.core.text.CleanText;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * One spelling for each JSON value: keys in order, no space, numbers without trailing zeros. Values
 * are equal when their spellings are.
 */
public final class CanonicalJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private CanonicalJson() {}

  /**
   * The canonical spelling of a JSON text.
   *
   * @throws IllegalArgumentException if it is no JSON
   */
  public static String of(String json) {
    try {
      return of(MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** The canonical spelling of a tree. */
  public static String of(JsonNode tree) {
    try {
      return MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** A text as a JSON string; U+FFFD stands for what no database takes. */
  public static String text(String text) {
    return '"' + inside(text) + '"';
  }

  private static String inside(String text) {
    return isAsWritten(text) ? text : escaped(text);
  }

  private static String escaped(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(CleanText.of(text)));
  }

  /** Whether nothing of a text is escaped or replaced, which is so of nearly all. */
  private static boolean isAsWritten(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  /** A number, without trailing zeros. */
  public static String number(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** Texts, integers, and lists and maps of them, spelled without a detour over trees. */
  public static String ofPlain(Object value) {
    StringBuilder json = new StringBuilder();
    write(value, json);
    return json.toString();
  }

  private static void write(Object value, StringBuilder json) {
    if (value instanceof String text) {
      json.append('"').append(inside(text)).append('"');
    } else if (value instanceof Integer number) {
      json.append(number.intValue());
    } else if (value instanceof Collection<?> items) {
      String separator = "[";
      for (Object item : items) {
        json.append(separator);
        write(item, json);
        separator = ",";
      }
      json.append(items.isEmpty() ? "[]" : "]");
    } else if (value instanceof Map<?, ?> map) {
      String separator = "{";
      for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
        json.append(separator);
        write(entry.getKey(), json);
        json.append(':');
        write(entry.getValue(), json);
        separator = ",";
      }
      json.append(map.isEmpty() ? "{}" : "}");
    } else {
      throw new IllegalArgumentException("not plain: " + value.getClass());
    }
  }
}
