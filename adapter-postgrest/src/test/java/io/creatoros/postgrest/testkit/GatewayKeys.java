package io.creatoros.postgrest.testkit;

import java.util.Optional;

/**
 * The keys that a gateway knows, and what it makes of the two headers a caller may show them in.
 *
 * @param secret {@code sb_secret_…}, for {@code service_role}
 * @param publishable {@code sb_publishable_…}, for {@code anon}
 * @param service the legacy key for {@code service_role}, a token
 * @param anon the legacy key for {@code anon}, a token
 */
record GatewayKeys(String secret, String publishable, String service, String anon) {
  private static final String BEARER = "Bearer ";

  static GatewayKeys fresh() {
    return new GatewayKeys(
        "sb_secret_" + Tokens.random(),
        "sb_publishable_" + Tokens.random(),
        Tokens.of("service_role"),
        Tokens.of("anon"));
  }

  /** Why a request may not pass, an answer in Supabase's words; empty when it may. */
  Optional<Fault.Answer> refusal(GatewayRequest request) {
    Optional<String> key = request.header("apikey");
    if (key.isEmpty()) {
      return refused(
          "No API key found in request", "No `apikey` request header or url param was found.");
    }
    if (!known(key.get()) || foreignKey(request, key.get())) {
      return refused(
          "Invalid API key", "Double check your Supabase `anon` or `service_role` API key.");
    }
    if (key.get().equals(secret)
        && request.header("user-agent").orElse("").startsWith("Mozilla/")) {
      return refused(
          "Forbidden use of secret API key in browser",
          "Secret API keys can only be used in a protected environment and should never be used in"
              + " a browser.");
    }
    return Optional.empty();
  }

  /** What PostgREST gets to see as {@code Authorization}, in place of a key that is no token. */
  Optional<String> authorization(GatewayRequest request) {
    String key = request.header("apikey").orElse("");
    Optional<String> shown = request.header("authorization");
    if (shown.isPresent() && !shown.get().equals(BEARER + key)) {
      return shown;
    }
    if (key.equals(secret)) {
      return Optional.of(BEARER + service);
    }
    return key.equals(publishable) ? Optional.of(BEARER + anon) : shown;
  }

  private boolean known(String key) {
    return key.equals(secret) || key.equals(publishable) || key.equals(service) || key.equals(anon);
  }

  /** Such a key may stand in {@code Authorization} only when it is the same as in the other. */
  private static boolean foreignKey(GatewayRequest request, String key) {
    String shown = request.header("authorization").orElse("");
    return shown.startsWith(BEARER + "sb_") && !shown.equals(BEARER + key);
  }

  private static Optional<Fault.Answer> refused(String message, String hint) {
    return Optional.of(
        Fault.json(401, "{\"message\":\"" + message + "\",\"hint\":\"" + hint + "\"}"));
  }
}
