package io.creatoros.postgrest;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How to reach the mirror. {@link #of} gives the defaults named here; the {@code with} methods
 * change one value each.
 *
 * @param url {@code https://PROJECT.supabase.co}, or any address of PostgREST, without credentials.
 *     One with a path is the API as it is
 * @param path where the API is below a URL without a path, {@code /} for a bare PostgREST; {@code
 *     /rest/v1} if empty
 * @param key the API key, secret or publishable, or a legacy one; none for a bare PostgREST
 * @param token a user's JWT; the key stands for it if empty
 * @param project the project whose courses are mirrored; {@code default}
 * @param connectTimeout the longest wait for a connection; 10 seconds
 * @param requestTimeout the longest a request may take, with all of its answer; 60 seconds
 * @param connections the most requests at once; 4
 */
public record PostgrestConfig(
    String url,
    Optional<String> path,
    Optional<String> key,
    Optional<String> token,
    String project,
    Duration connectTimeout,
    Duration requestTimeout,
    int connections) {
  private static final String USUAL_PATH = "/rest/v1";
  private static final String NEW_KEYS = "sb_";
  private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(50);

  /**
   * @throws IllegalArgumentException if the URL is none of HTTP or a value makes no sense; the
   *     message never holds a secret
   */
  public PostgrestConfig {
    api(url, path);
    key.ifPresent(secret -> requireHeader(secret, "key"));
    token.ifPresent(secret -> requireHeader(secret, "token"));
    require(!project.isBlank(), "the project has no name");
    requireLongEnough(connectTimeout, "connect timeout");
    requireLongEnough(requestTimeout, "request timeout");
    require(connections > 0, "there is no connection to use: " + connections);
  }

  /**
   * The defaults for a URL.
   *
   * @throws IllegalArgumentException if the URL is none of HTTP
   */
  public static PostgrestConfig of(String url) {
    return new PostgrestConfig(
        url,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "default",
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        4);
  }

  /** With the API below this path of the URL. */
  public PostgrestConfig withPath(String newPath) {
    return new PostgrestConfig(
        url,
        Optional.of(newPath),
        key,
        token,
        project,
        connectTimeout,
        requestTimeout,
        connections);
  }

  /** With this API key. */
  public PostgrestConfig withKey(String newKey) {
    return new PostgrestConfig(
        url,
        path,
        Optional.of(newKey),
        token,
        project,
        connectTimeout,
        requestTimeout,
        connections);
  }

  /** As the user of this JWT. */
  public PostgrestConfig withToken(String newToken) {
    return new PostgrestConfig(
        url,
        path,
        key,
        Optional.of(newToken),
        project,
        connectTimeout,
        requestTimeout,
        connections);
  }

  /** With the courses of this project. */
  public PostgrestConfig withProject(String newProject) {
    return new PostgrestConfig(
        url, path, key, token, newProject, connectTimeout, requestTimeout, connections);
  }

  /** With these limits on connecting and on a request. */
  public PostgrestConfig withTimeouts(Duration connect, Duration request) {
    return new PostgrestConfig(url, path, key, token, project, connect, request, connections);
  }

  /** With at most this many requests at once. */
  public PostgrestConfig withConnections(int most) {
    return new PostgrestConfig(
        url, path, key, token, project, connectTimeout, requestTimeout, most);
  }

  /** Host, port and path, for people: {@code project.supabase.co/rest/v1}. */
  public String server() {
    URI api = api();
    return api.getRawAuthority() + api.getRawPath();
  }

  /** Names the server, never a secret. */
  @Override
  public String toString() {
    return "PostgrestConfig[url="
        + api()
        + ", key="
        + masked(key)
        + ", token="
        + masked(token)
        + ", project="
        + project
        + ", connectTimeout="
        + connectTimeout
        + ", requestTimeout="
        + requestTimeout
        + ", connections="
        + connections
        + "]";
  }

  /** Where the API is, without a slash at its end. */
  URI api() {
    return api(url, path);
  }

  /**
   * What the server is told about who asks. A key of the new kind is no JWT and tells that only in
   * its own header.
   */
  Optional<String> bearer() {
    return token.or(() -> key.filter(secret -> !secret.startsWith(NEW_KEYS)));
  }

  private static URI api(String url, Optional<String> path) {
    URI parsed = parse(url);
    String own = withoutSlashes(Optional.ofNullable(parsed.getRawPath()).orElse(""));
    Optional<String> given =
        path.map(text -> withoutSlashes(text.startsWith("/") ? text : "/" + text));
    require(
        own.isEmpty() || given.isEmpty() || given.get().equals(own),
        "the URL has a path, and another one is set: leave one out");
    String below = own.isEmpty() ? given.orElse(USUAL_PATH) : own;
    return parse(parsed.getScheme() + "://" + parsed.getRawAuthority() + below);
  }

  private static URI parse(String url) {
    try {
      URI parsed = new URI(url.strip());
      String scheme = String.valueOf(parsed.getScheme()).toLowerCase(Locale.ROOT);
      require(
          (scheme.equals("https") || scheme.equals("http")) && parsed.getHost() != null,
          "the URL of the HTTP API must be like https://PROJECT.supabase.co");
      require(
          parsed.getRawUserInfo() == null,
          "the URL of the HTTP API must not hold credentials: set the key by itself");
      require(
          parsed.getRawQuery() == null && parsed.getRawFragment() == null,
          "the URL of the HTTP API must end with its path: no ? and no #");
      return parsed;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("the URL of the HTTP API is none: " + e.getReason());
    }
  }

  private static String withoutSlashes(String path) {
    return path.replaceAll("/+$", "");
  }

  private static void requireHeader(String secret, String name) {
    require(
        !secret.isEmpty() && secret.chars().allMatch(c -> c > ' ' && c < 0x7f),
        "the " + name + " is empty, or holds a space, a line break or a letter that no key has");
  }

  private static void requireLongEnough(Duration timeout, String name) {
    require(
        timeout.compareTo(SHORTEST_TIMEOUT) >= 0,
        "the " + name + " " + timeout + " is shorter than " + SHORTEST_TIMEOUT);
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(problem);
    }
  }

  private static String masked(Optional<String> secret) {
    return secret.isPresent() ? "***" : "(none)";
  }
}
