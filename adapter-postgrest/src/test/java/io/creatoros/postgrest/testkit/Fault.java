package io.creatoros.postgrest.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What befalls a request at the {@link Gateway}. */
public sealed interface Fault {

  /** An answer that PostgREST never gave: the request goes no further. */
  record Answer(int status, Map<String, String> headers, byte[] body) implements Fault {}

  /** What breaks a connection. */
  enum Break implements Fault {
    /** The connection is reset; the request goes no further. */
    RESET_BEFORE,
    /** The request is carried out; then the connection is reset, without an answer. */
    RESET_AFTER,
    /** The request is carried out; the connection ends in the middle of the answer's body. */
    TRUNCATED,
    /** No answer comes, and the connection stays; the request goes no further. */
    HANG_BEFORE,
    /** The request is carried out, no answer comes, and the connection stays. */
    HANG_AFTER
  }

  /** A JSON answer in place of PostgREST's. */
  static Answer json(int status, String body) {
    return answer(status, Map.of("Content-Type", "application/json; charset=utf-8"), body);
  }

  /** The page that the network in front of Supabase shows, with 520 for one. */
  static Answer html(int status) {
    return answer(
        status,
        Map.of("Content-Type", "text/html; charset=UTF-8"),
        """
        <!DOCTYPE html>
        <html><head><title>example.supabase.co | %d: Web server is returning an unknown error</title>
        </head><body><h1>Error %d</h1></body></html>
        """
            .formatted(status, status));
  }

  /** Too many requests, to be tried again after so many seconds. */
  static Answer tooMany(int retryAfterSeconds) {
    return answer(
        429,
        Map.of(
            "Content-Type",
            "application/json; charset=utf-8",
            "Retry-After",
            Integer.toString(retryAfterSeconds)),
        "{\"message\":\"API rate limit exceeded\"}");
  }

  /** Any answer. */
  static Answer answer(int status, Map<String, String> headers, String body) {
    return new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8));
  }
}
