package io.creatoros.postgrest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer that is a failure says of itself. Its {@code details} are left out, for they may
 * quote rows.
 *
 * @param code an SQLSTATE or a code of PostgREST; empty when it has none
 * @param message what it says, on one line; empty when it says nothing
 * @param hint what it advises, on one line; empty when it does not
 */
record ErrorBody(Optional<String> code, String message, Optional<String> hint) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> MESSAGES =
      List.of("message", "msg", "error_description", "error");
  private static final int LONGEST_MESSAGE = 500;
  private static final int LONGEST_SNIPPET = 120;

  /** As much of a page as may hold its title. */
  private static final int LOOKED_AT = 16_384;

  private static final Pattern TITLE =
      Pattern.compile("<title[^>]*>(.*?)</title>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern UNSEEN =
      Pattern.compile(
          "<!--.*?-->|<(script|style)\\b.*?</\\1\\s*>|<[^>]*>",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern BLANK = Pattern.compile("[\\p{Cntrl}\\p{Z}]+");

  /**
   * @param contentType the answer's; what it does not call JSON is not taken for it
   */
  static ErrorBody of(String contentType, byte[] body) {
    if (isJson(contentType)) {
      try {
        return of(JSON.readTree(body));
      } catch (JsonProcessingException e) {
        return new ErrorBody(Optional.empty(), "its answer is no JSON", Optional.empty());
      } catch (IOException e) {
        throw new AssertionError("an array is read without failure", e);
      }
    }
    return new ErrorBody(Optional.empty(), snippet(body), Optional.empty());
  }

  static boolean isJson(String contentType) {
    return contentType.matches("(?i)\\s*application/([a-z.+-]+\\+)?json\\b.*");
  }

  private static ErrorBody of(JsonNode json) {
    return new ErrorBody(
        text(json, "code"),
        MESSAGES.stream().flatMap(name -> text(json, name).stream()).findFirst().orElse(""),
        text(json, "hint"));
  }

  private static Optional<String> text(JsonNode json, String name) {
    return Optional.ofNullable(json.get(name))
        .filter(JsonNode::isTextual)
        .map(value -> shortened(value.textValue(), LONGEST_MESSAGE))
        .filter(text -> !text.isEmpty());
  }

  /** The title of a page, or what it begins with, without its tags. */
  private static String snippet(byte[] body) {
    String page = new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.UTF_8);
    Matcher title = TITLE.matcher(page);
    String text = title.find() ? title.group(1) : page;
    return shortened(UNSEEN.matcher(text).replaceAll(" "), LONGEST_SNIPPET);
  }

  private static String shortened(String text, int longest) {
    String line = BLANK.matcher(text).replaceAll(" ").strip();
    return line.length() <= longest ? line : line.substring(0, longest) + "…";
  }
}
