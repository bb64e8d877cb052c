package io.creatoros.postgres;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** How other programs reach the same database. */
public final class PostgresClient {

  private static final Map<String, PGProperty> PASSED_ON =
      Map.of(
          "sslmode", PGProperty.SSL_MODE,
          "sslrootcert", PGProperty.SSL_ROOT_CERT,
          "sslcert", PGProperty.SSL_CERT,
          "sslkey", PGProperty.SSL_KEY);

  private PostgresClient() {}

  /**
   * A URL as PostgreSQL's own programs take it, on one line.
   *
   * @param withPassword whether the password, if there is one, stands in it
   */
  public static String url(PostgresConfig config, boolean withPassword) {
    PGSimpleDataSource driver = Database.driver(config);
    StringBuilder url = new StringBuilder("postgresql://");
    Optional<String> password = config.effectivePassword().filter(secret -> withPassword);
    config
        .effectiveUser()
        .ifPresent(
            user ->
                url.append(encoded(user))
                    .append(password.map(secret -> ":" + encoded(secret)).orElse(""))
                    .append('@'));
    url.append(hosts(driver)).append('/').append(encoded(driver.getDatabaseName()));
    String separator = "?";
    for (Map.Entry<String, String> option : options(driver).entrySet()) {
      url.append(separator).append(option.getKey()).append('=').append(encoded(option.getValue()));
      separator = "&";
    }
    return url.toString();
  }

  /** The environment variables by which they reach it; {@code PGPASSWORD} is a secret. */
  public static Map<String, String> variables(PostgresConfig config) {
    PGSimpleDataSource driver = Database.driver(config);
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("PGHOST", String.join(",", driver.getServerNames()));
    variables.put("PGPORT", ports(driver));
    variables.put("PGDATABASE", String.valueOf(driver.getDatabaseName()));
    config.effectiveUser().ifPresent(user -> variables.put("PGUSER", user));
    config.effectivePassword().ifPresent(password -> variables.put("PGPASSWORD", password));
    options(driver)
        .forEach(
            (name, value) -> variables.put("PG" + name.toUpperCase(java.util.Locale.ROOT), value));
    return variables;
  }

  private static Map<String, String> options(PGSimpleDataSource driver) {
    Map<String, String> options = new java.util.TreeMap<>();
    PASSED_ON.forEach(
        (name, property) ->
            Optional.ofNullable(driver.getProperty(property))
                .filter(value -> !value.isEmpty())
                .ifPresent(value -> options.put(name, value)));
    return options;
  }

  private static String hosts(PGSimpleDataSource driver) {
    String[] names = driver.getServerNames();
    int[] ports = driver.getPortNumbers();
    StringBuilder hosts = new StringBuilder();
    for (int i = 0; i < names.length; i++) {
      hosts.append(i == 0 ? "" : ",").append(names[i]).append(':').append(ports[i]);
    }
    return hosts.toString();
  }

  private static String ports(PGSimpleDataSource driver) {
    return java.util.Arrays.stream(driver.getPortNumbers())
        .mapToObj(Integer::toString)
        .collect(java.util.stream.Collectors.joining(","));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
