package io.creatoros.postgres;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A database URL as PostgreSQL's own programs or as JDBC write it, taken apart so that neither user
 * nor password stay in it. No message of this class holds the URL.
 *
 * @param jdbcUrl the URL for the driver, without credentials
 * @param user the role named in the URL
 * @param password the password in the URL
 * @param server host, port and database, for people
 * @param options what the URL hands to the driver, by the driver's names
 * @param pooled whether a transaction pooler stands before the server: port 6543, or {@code
 *     pgbouncer=true}
 */
record PostgresUrl(
    String jdbcUrl,
    Optional<String> user,
    Optional<String> password,
    String server,
    Map<String, String> options,
    boolean pooled) {
  private static final String JDBC = "jdbc:";
  private static final String DEFAULT_PORT = "5432";
  private static final String POOLER_PORT = "6543";

  /** Options that PostgreSQL's programs know by another name than the driver does. */
  private static final Map<String, String> DRIVER_NAMES =
      Map.of(
          "application_name", "ApplicationName",
          "connect_timeout", "connectTimeout",
          "gssencmode", "gssEncMode",
          "channel_binding", "channelBinding",
          "target_session_attrs", "targetServerType");

  private static final Map<String, String> SERVER_TYPES =
      Map.of(
          "read-write", "primary", "read-only", "secondary", "prefer-standby", "preferSecondary");

  /** The parts of a URL, undecoded. */
  private record Parts(String userInfo, String hosts, String database, String query) {}

  static PostgresUrl parse(String url) {
    boolean jdbc = url.startsWith(JDBC);
    Parts parts = split(jdbc ? url.substring(JDBC.length()) : url);
    Map<String, String> options = options(parts.query(), jdbc);
    String hosts = hosts(parts.hosts());
    boolean bouncer = "true".equalsIgnoreCase(options.remove("pgbouncer"));
    boolean pooled = bouncer || hosts.endsWith(":" + POOLER_PORT);
    Optional<String> user =
        Optional.ofNullable(options.remove("user")).or(() -> user(parts.userInfo()));
    Optional<String> password =
        Optional.ofNullable(options.remove("password")).or(() -> password(parts.userInfo()));
    if (pooled) {
      options.putIfAbsent("prepareThreshold", "0");
    }
    String server = hosts + "/" + decode(parts.database(), "database");
    String jdbcUrl = "jdbc:postgresql://" + hosts + "/" + parts.database() + query(options);
    return new PostgresUrl(jdbcUrl, user, password, server, Map.copyOf(options), pooled);
  }

  private static Parts split(String url) {
    int start = url.indexOf("://");
    String scheme = start < 0 ? "" : url.substring(0, start);
    if (!scheme.equals("postgresql") && !scheme.equals("postgres")) {
      throw new IllegalArgumentException(
          "the database URL must start with postgresql://, postgres:// or jdbc:postgresql://"
              + (scheme.matches("[a-z][a-z0-9+.-]{0,20}") ? ", not " + scheme + "://" : ""));
    }
    String rest = url.substring(start + 3);
    int question = rest.indexOf('?');
    String query = question < 0 ? "" : rest.substring(question + 1);
    String place = question < 0 ? rest : rest.substring(0, question);
    int at = place.lastIndexOf('@');
    String target = place.substring(at + 1);
    int slash = target.indexOf('/');
    return new Parts(
        at < 0 ? "" : place.substring(0, at),
        slash < 0 ? target : target.substring(0, slash),
        slash < 0 ? "" : target.substring(slash + 1),
        query);
  }

  private static String hosts(String hosts) {
    List<String> complete = new ArrayList<>();
    for (String host : hosts.split(",", -1)) {
      complete.add(host(host));
    }
    return String.join(",", complete);
  }

  private static String host(String host) {
    int colon = host.startsWith("[") ? host.indexOf(':', host.indexOf(']')) : host.indexOf(':');
    String name = colon < 0 ? host : host.substring(0, colon);
    String port = colon < 0 ? DEFAULT_PORT : host.substring(colon + 1);
    if (!port.matches("\\d{1,5}")) {
      throw new IllegalArgumentException(
          "the database URL has no valid port; an @, : or / in the password must be written %40,"
              + " %3A or %2F");
    }
    return (name.isEmpty() ? "localhost" : name) + ":" + port;
  }

  private static Map<String, String> options(String query, boolean jdbc) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String option : query.split("&")) {
      int equals = option.indexOf('=');
      if (equals > 0) {
        String value = option.substring(equals + 1);
        put(
            options,
            option.substring(0, equals),
            jdbc ? decode(value.replace("+", "%20"), "query") : decode(value, "query"));
      }
    }
    return options;
  }

  private static void put(Map<String, String> options, String name, String value) {
    if (name.equals("target_session_attrs")) {
      options.put("targetServerType", SERVER_TYPES.getOrDefault(value, value));
    } else if (name.equals("sslrootcert") && value.equals("system")) {
      options.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
    } else {
      options.put(DRIVER_NAMES.getOrDefault(name, name), value);
    }
  }

  private static String query(Map<String, String> options) {
    List<String> encoded = new ArrayList<>();
    options.forEach(
        (name, value) ->
            encoded.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return encoded.isEmpty() ? "" : "?" + String.join("&", encoded);
  }

  private static Optional<String> user(String userInfo) {
    int colon = userInfo.indexOf(':');
    String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
    return user.isEmpty() ? Optional.empty() : Optional.of(decode(user, "user"));
  }

  private static Optional<String> password(String userInfo) {
    int colon = userInfo.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : Optional.of(decode(userInfo.substring(colon + 1), "password"));
  }

  private static String decode(String text, String what) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the " + what + " in the database URL is not percent-encoded; a % is written %25");
    }
  }
}
