package io.creatoros.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the settings of the HTTP API. What could not work is said before anything is sent, and
 * without any part of a secret.
 */
final class PostgrestParser {

  private static final String SECRET = "sb_secret_";
  private static final String PUBLISHABLE = "sb_publishable_";
  private static final String NOBODY = "anon";
  private static final Set<String> DASHBOARDS = Set.of("supabase.com", "app.supabase.com");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1\\]");
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+/?|/");

  /** Clocks differ; servers forgive as much. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  private final SettingTexts texts;

  PostgrestParser(SettingTexts texts) {
    this.texts = texts;
  }

  /**
   * Reads them.
   *
   * @param wanted whether the mirror is there; otherwise address and secrets may be anything, for
   *     other programs set the same variables
   */
  PostgrestSettings parse(boolean wanted) {
    if (wanted) {
      checkSecrets();
    }
    return new PostgrestSettings(
        wanted ? url() : Optional.empty(),
        path(),
        texts.text(Setting.POSTGREST_KEY),
        texts.text(Setting.POSTGREST_TOKEN),
        texts.parsed(Setting.POSTGREST_CONNECT_TIMEOUT, PostgrestParser::timeout),
        texts.parsed(Setting.POSTGREST_TIMEOUT, PostgrestParser::timeout),
        texts.parsed(Setting.POSTGREST_CONNECTIONS, Units::count));
  }

  private static Optional<Duration> timeout(String text) {
    return Units.duration(text).filter(time -> !time.isZero());
  }

  private Optional<String> path() {
    Optional<String> path =
        Optional.of(texts.name(Setting.POSTGREST_PATH)).filter(text -> !text.isEmpty());
    if (path.filter(text -> !PATH.matcher(text).matches() || text.contains("/..")).isPresent()) {
      texts.problem(Setting.POSTGREST_PATH, "must be a path such as /rest/v1, or /");
    }
    return path;
  }

  private Optional<URI> url() {
    String text = texts.text(Setting.POSTGREST_URL);
    if (text.isEmpty()) {
      texts.problem(Setting.MIRROR, "postgrest needs postgrest.url (or SUPABASE_URL)");
      return Optional.empty();
    }
    Optional<URI> url = uri(text).filter(found -> found.getHost() != null);
    Optional<String> wrong = url.map(this::wrong).orElseGet(() -> Optional.of(noUrl(text)));
    wrong.ifPresent(what -> texts.problem(Setting.POSTGREST_URL, what));
    return wrong.isPresent() ? Optional.empty() : url;
  }

  private static String noUrl(String text) {
    return text.startsWith("postgres") || text.startsWith("jdbc:")
        ? "is the address of a database, which belongs into database.url (SUPABASE_DB_URL); the"
            + " API's starts with https://"
        : "must be a URL such as https://PROJECT.supabase.co";
  }

  private Optional<String> wrong(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    String host = url.getHost().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return Optional.of(noUrl(scheme));
    }
    if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getFragment() != null) {
      return Optional.of(
          "must be host and path alone; the key goes into postgrest.key (SUPABASE_KEY)");
    }
    if (DASHBOARDS.contains(host)) {
      return Optional.of(
          "is the address of the dashboard; the API's is https://PROJECT.supabase.co, which the"
              + " dashboard shows under Settings, Data API");
    }
    return scheme.equals("http") && !mayBePlain(host)
        ? Optional.of(
            "would send the key unencrypted: use https://, or name this host in"
                + " postgrest.plain-host if the network is yours")
        : Optional.empty();
  }

  private boolean mayBePlain(String host) {
    return LOOPBACK.matcher(host).matches()
        || host.equals(texts.name(Setting.POSTGREST_PLAIN_HOST).toLowerCase(Locale.ROOT));
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private void checkSecrets() {
    String key = texts.text(Setting.POSTGREST_KEY);
    String token = texts.text(Setting.POSTGREST_TOKEN);
    if (key.isEmpty() && token.isEmpty()) {
      texts.problem(
          Setting.MIRROR,
          "postgrest needs postgrest.key (or SUPABASE_KEY, SUPABASE_SERVICE_ROLE_KEY); to leave"
              + " Supabase alone: mirror: embedded");
    }
    if (!key.isEmpty()) {
      wrongKey(key, !token.isEmpty()).ifPresent(what -> texts.problem(Setting.POSTGREST_KEY, what));
    }
    if (!token.isEmpty()) {
      wrongToken(token).ifPresent(what -> texts.problem(Setting.POSTGREST_TOKEN, what));
    }
  }

  private static Optional<String> wrongKey(String key, boolean hasToken) {
    Optional<WebToken> web = WebToken.of(key);
    if (isBroken(key)) {
      return Optional.of("holds a blank, a line break or a letter that no key has; copy it again");
    }
    if (key.contains("://")) {
      return Optional.of("is a URL; the API's key is needed");
    }
    if (web.isEmpty() && !key.startsWith(SECRET) && !key.startsWith(PUBLISHABLE) && !hasToken) {
      return Optional.of(
          "is no key of the API (sb_secret_…, or three parts with dots between); the password of"
              + " the database is another thing");
    }
    if (!hasToken
        && (key.startsWith(PUBLISHABLE) || web.filter(PostgrestParser::isNobody).isPresent())) {
      return Optional.of(
          "is the publishable (anon) key, which by itself may read and write nothing: set"
              + " postgrest.token to the token of a user, or use a secret key");
    }
    return web.flatMap(PostgrestParser::expired);
  }

  private static Optional<String> wrongToken(String token) {
    if (token.startsWith(SECRET) || token.startsWith(PUBLISHABLE)) {
      return Optional.of("is a key, not the token of a user; it belongs into postgrest.key");
    }
    Optional<WebToken> web = WebToken.of(token);
    if (isBroken(token) || web.isEmpty()) {
      return Optional.of("is no token (JWT): that has three parts with dots between");
    }
    if (web.filter(PostgrestParser::isNobody).isPresent()) {
      return Optional.of("is the token of nobody (role anon), which may read and write nothing");
    }
    return web.flatMap(PostgrestParser::expired);
  }

  private static boolean isNobody(WebToken token) {
    return token.hasRole(NOBODY);
  }

  private static Optional<String> expired(WebToken token) {
    return token
        .expires()
        .filter(end -> end.plus(SKEW).isBefore(Instant.now()))
        .map(end -> "ended at " + end + "; get a new one");
  }

  /** Whether a header could not hold it. */
  private static boolean isBroken(String secret) {
    return secret.chars().anyMatch(c -> c <= ' ' || c > '~');
  }
}
