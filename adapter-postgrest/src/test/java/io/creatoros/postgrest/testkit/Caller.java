package io.creatoros.postgrest.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who sends plain requests, without anything of ours in between.
 *
 * @param base where the API is: {@code http://127.0.0.1:PORT/rest/v1}
 * @param key what is shown as {@code apikey}
 * @param token what is shown as {@code Authorization}
 */
public record Caller(String base, Optional<String> key, Optional<String> token) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Somebody with a token, straight at a server. */
  public static Caller of(PostgrestServer server, String token) {
    return new Caller(server.url().toString(), Optional.empty(), Optional.of(token));
  }

  /** Somebody with nothing but a key. */
  public static Caller of(Gateway gateway, String key) {
    return new Caller(gateway.url() + "/rest/v1", Optional.of(key), Optional.empty());
  }

  /** The same, with a token beside. */
  public Caller withToken(String newToken) {
    return new Caller(base, key, Optional.of(newToken));
  }

  /** The same, with nothing to show. */
  public Caller withNothing() {
    return new Caller(base, Optional.empty(), Optional.empty());
  }

  /**
   * Sends one request and returns its answer, whatever its status.
   *
   * @param body JSON; none is sent when it is empty
   * @param headers names and values in turn
   */
  public HttpResponse<String> send(String method, String target, String body, String... headers)
      throws IOException, InterruptedException {
    return send(PATIENCE, method, target, body, headers);
  }

  /** The same, waiting so long at most. */
  public HttpResponse<String> send(
      Duration patience, String method, String target, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + target))
            .timeout(patience)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    List<String> all = new ArrayList<>(List.of(headers));
    if (!body.isEmpty()) {
      all.addAll(List.of("Content-Type", "application/json"));
    }
    key.ifPresent(value -> all.addAll(List.of("apikey", value)));
    token.ifPresent(value -> all.addAll(List.of("Authorization", "Bearer " + value)));
    if (!all.isEmpty()) {
      request.headers(all.toArray(String[]::new));
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
