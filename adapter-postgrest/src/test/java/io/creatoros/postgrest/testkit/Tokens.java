package io.creatoros.postgrest.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed tokens, as Supabase gives them to users and as its legacy keys are, good for an hour. */
public final class Tokens {
  private static final Duration LIFE = Duration.ofHours(1);
  private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

  /** What every server of this JVM checks signatures with. */
  static final String SECRET = random();

  private Tokens() {}

  /** A token of a role without a user: {@code service_role}, {@code anon}. */
  public static String of(String role) {
    return signed(SECRET, claims(role, "", LIFE));
  }

  /** A token of a user with this role: {@code authenticated}. */
  public static String of(String role, UUID user) {
    return signed(SECRET, claims(role, ",\"sub\":\"" + user + "\"", LIFE));
  }

  /** A token that was good until an hour ago. */
  public static String expired(String role) {
    return signed(SECRET, claims(role, "", LIFE.negated()));
  }

  /** A token signed by somebody else. */
  public static String forged(String role) {
    return signed(random(), claims(role, "", LIFE));
  }

  /** A token with these claims, a JSON object. */
  public static String withClaims(String claims) {
    return signed(SECRET, claims);
  }

  static String random() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String claims(String role, String others, Duration life) {
    long end = Instant.now().plus(life).getEpochSecond();
    return "{\"role\":\"" + role + "\"" + others + ",\"exp\":" + end + "}";
  }

  private static String signed(String secret, String claims) {
    String content = base64(HEADER) + "." + base64(claims);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      return content + "." + base64(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
