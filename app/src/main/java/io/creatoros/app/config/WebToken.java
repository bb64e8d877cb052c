package io.creatoros.app.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * What a JSON web token says of itself. Whether it is true is for the server to find out; this is
 * to tell people of a token that cannot work before it is sent.
 *
 * @param role the role that it asks for
 * @param expires when it ends
 */
record WebToken(Optional<String> role, Optional<Instant> expires) {

  private static final JsonFactory JSON = new JsonFactory();

  /** Looks into a text; empty if it is no such token. */
  static Optional<WebToken> of(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try (JsonParser parser = JSON.createParser(Base64.getUrlDecoder().decode(parts[1]))) {
      return parser.nextToken() == JsonToken.START_OBJECT
          ? Optional.of(claims(parser))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static WebToken claims(JsonParser parser) throws IOException {
    Optional<String> role = Optional.empty();
    Optional<Instant> expires = Optional.empty();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("role") && value == JsonToken.VALUE_STRING) {
        role = Optional.of(parser.getText());
      } else if (name.equals("exp") && value.isNumeric()) {
        expires = Optional.of(Instant.ofEpochSecond((long) parser.getDoubleValue()));
      } else {
        parser.skipChildren();
      }
    }
    return new WebToken(role, expires);
  }

  boolean hasRole(String name) {
    return role.filter(name::equals).isPresent();
  }
}
