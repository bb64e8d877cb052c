package io.creatoros.app.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The HTTP API of PostgREST or Supabase.
 *
 * @param url its address as configured; empty unless the mirror is {@link MirrorKind#POSTGREST}
 * @param path the path of the API where the address has none; empty for that of Supabase
 * @param key the API's key; may be empty where there is a token
 * @param token the token of the user who writes; may be empty
 * @param connectTimeout how long to wait for a connection
 * @param timeout how long one request may take
 * @param connections how many requests go on at once
 */
public record PostgrestSettings(
    Optional<URI> url,
    Optional<String> path,
    String key,
    String token,
    Duration connectTimeout,
    Duration timeout,
    int connections) {

  @Override
  public String toString() {
    return "PostgrestSettings[url="
        + url.map(found -> Secrets.maskUrl(found.toString())).orElse("")
        + ", path="
        + path.orElse("")
        + ", key="
        + (key.isEmpty() ? "" : Secrets.MASK)
        + ", token="
        + (token.isEmpty() ? "" : Secrets.MASK)
        + ", connectTimeout="
        + connectTimeout
        + ", timeout="
        + timeout
        + ", connections="
        + connections
        + "]";
  }
}
