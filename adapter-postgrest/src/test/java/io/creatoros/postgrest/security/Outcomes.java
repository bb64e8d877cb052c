package io.creatoros.postgrest.security;

import io.creatoros.postgres.security.Outcome;
import java.net.http.HttpResponse;
import java.util.List;

/** What a request came to. */
final class Outcomes {
  private static final List<Integer> REFUSALS = List.of(401, 403);
  private static final String INSUFFICIENT_PRIVILEGE = "\"42501\"";
  private static final String VIEW_NOT_WRITABLE = "\"55000\"";
  private static final String CONSTRAINT = "\"code\":\"23";

  private Outcomes() {}

  /**
   * Keys that are referred to, and whether an owner is the last, are looked at after rights are:
   * whoever is told of them may write.
   */
  static Outcome of(HttpResponse<String> answer) {
    String body = answer.body();
    if (answer.statusCode() / 100 == 2) {
      return body.equals("[]") ? Outcome.NOTHING : Outcome.DONE;
    }
    if (REFUSALS.contains(answer.statusCode()) && body.contains(INSUFFICIENT_PRIVILEGE)) {
      return Outcome.REFUSED;
    }
    if (body.contains(VIEW_NOT_WRITABLE)) {
      return Outcome.REFUSED;
    }
    if (body.contains(CONSTRAINT)) {
      return Outcome.DONE;
    }
    throw new AssertionError("neither done nor refused: " + answer.statusCode() + " " + body);
  }
}
