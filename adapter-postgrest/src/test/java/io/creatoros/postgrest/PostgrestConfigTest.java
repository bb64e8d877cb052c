package io.creatoros.postgrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PostgrestConfigTest {
  private static final String URL = "https://abc.supabase.co";
  private static final String LEGACY = "eyJhbGciOiJIUzI1NiJ9.e30.legacy";

  @Test
  void defaultsShouldBeThoseOfTheDocumentation() {
    PostgrestConfig config = PostgrestConfig.of(URL);

    assertThat(config.project()).isEqualTo("default");
    assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.requestTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(config.connections()).isEqualTo(4);
    assertThat(config.bearer()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://abc.supabase.co, , https://abc.supabase.co/rest/v1",
    "https://abc.supabase.co/, , https://abc.supabase.co/rest/v1",
    "https://abc.supabase.co/rest/v1, , https://abc.supabase.co/rest/v1",
    "https://abc.supabase.co/rest/v1/, , https://abc.supabase.co/rest/v1",
    "https://abc.supabase.co/rest/v1, /rest/v1, https://abc.supabase.co/rest/v1",
    "http://localhost:3000, /, http://localhost:3000",
    "http://localhost:3000, api, http://localhost:3000/api",
    "https://example.org/db, , https://example.org/db",
    "http://[::1]:3000, /, http://[::1]:3000"
  })
  void apiShouldBeWhereUrlAndPathSay(String url, String path, String api) {
    PostgrestConfig config = PostgrestConfig.of(url);
    PostgrestConfig placed = path == null ? config : config.withPath(path);

    assertThat(placed.api()).hasToString(api);
    assertThat(placed.server()).isEqualTo(api.replaceFirst("https?://", ""));
  }

  @Test
  void urlAndPathShouldNotContradictEachOther() {
    PostgrestConfig config = PostgrestConfig.of(URL + "/rest/v1");

    assertThatIllegalArgumentException().isThrownBy(() -> config.withPath("/other"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc.supabase.co",
        "ftp://abc.supabase.co",
        "https:///rest/v1",
        "https://user:s3cret@abc.supabase.co",
        "https://abc.supabase.co?apikey=s3cret",
        "https://abc.supabase.co/#s3cret",
        "https://abc.supabase.co/s3cret s3cret",
        "postgresql://user:s3cret@abc.supabase.co/db"
      })
  void urlShouldBeRefusedWithoutBeingQuoted(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PostgrestConfig.of(url))
        .withMessageNotContaining("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s3cret\n", "s3 cret", "s3crét", "s3cret\u0000"})
  void secretShouldBeRefusedWithoutBeingQuotedWhenNoHeaderCanHoldIt(String secret) {
    PostgrestConfig config = PostgrestConfig.of(URL);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> config.withKey(secret))
        .withMessageStartingWith("the key ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config.withToken(secret))
        .withMessageNotContaining("s3");
  }

  @Test
  void nonsenseShouldBeRefused() {
    PostgrestConfig config = PostgrestConfig.of(URL);
    Duration second = Duration.ofSeconds(1);

    assertThatIllegalArgumentException().isThrownBy(() -> config.withProject(" "));
    assertThatIllegalArgumentException().isThrownBy(() -> config.withConnections(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config.withTimeouts(Duration.ZERO, second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config.withTimeouts(second, Duration.ZERO));
  }

  @Test
  void toStringShouldMaskSecrets() {
    PostgrestConfig config =
        PostgrestConfig.of(URL).withKey("sb_secret_s3cret").withToken("s3cret-token");

    assertThat(config.toString())
        .contains("https://abc.supabase.co/rest/v1", "key=***", "token=***")
        .doesNotContain("s3cret");
  }

  @Test
  void bearerShouldBeTheTokenElseALegacyKey() {
    PostgrestConfig config = PostgrestConfig.of(URL);

    assertThat(config.withKey(LEGACY).bearer()).contains(LEGACY);
    assertThat(config.withKey(LEGACY).withToken("user").bearer()).contains("user");
    assertThat(config.withToken("user").bearer()).contains("user");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sb_secret_x", "sb_publishable_x"})
  void bearerShouldBeEmptyWhenTheKeyIsNoJwt(String key) {
    assertThat(PostgrestConfig.of(URL).withKey(key).bearer()).isEqualTo(Optional.empty());
  }
}
