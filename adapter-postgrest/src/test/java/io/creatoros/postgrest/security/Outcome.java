package io.creatoros.postgrest.security;

import java.net.http.HttpResponse;

/** What a request came to. */
enum Outcome {
  /** Refused for want of a right. */
  DENIED,
  /** Answered, and no row was seen or touched. */
  NOTHING,
  /** Rows were seen or touched, or would have been but for a row that refers to them. */
  DONE;

  private static final String INSUFFICIENT_PRIVILEGE = "\"42501\"";
  private static final String REFERRED_TO = "\"23503\"";

  static Outcome of(HttpResponse<String> answer) {
    String body = answer.body();
    boolean success = answer.statusCode() / 100 == 2;
    if (success) {
      return body.equals("[]") ? NOTHING : DONE;
    }
    if (body.contains(INSUFFICIENT_PRIVILEGE)
        && (answer.statusCode() == 401 || answer.statusCode() == 403)) {
      return DENIED;
    }
    if (body.contains(REFERRED_TO)) {
      return DONE;
    }
    throw new AssertionError("neither done nor denied: " + answer.statusCode() + " " + body);
  }
}
