package io.creatoros.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of the HTTP API's settings before anything is sent. */
class PostgrestSettingsTest {

  private static final String URL = "https://kdvlmtzwqaxs.supabase.co";
  private static final String SECRET = "sb_secret_c4nary";
  private static final String PUBLISHABLE = "sb_publishable_c4nary";
  private static final long LATER = Instant.parse("2099-01-01T00:00:00Z").getEpochSecond();
  private static final String OVER = "2020-02-02T20:20:20Z";

  @TempDir private Path root;

  @Test
  void loadShouldTakeTheVariablesAsSupabaseNamesThem() {
    AppConfig config = load(Map.of("SUPABASE_URL", URL, "SUPABASE_SERVICE_ROLE_KEY", SECRET));

    assertThat(config.mirror()).isEqualTo(MirrorKind.POSTGREST);
    assertThat(config.mirrorName()).isEqualTo("postgrest");
    assertThat(config.postgrest())
        .isEqualTo(
            new PostgrestSettings(
                Optional.of(URI.create(URL)),
                Optional.empty(),
                SECRET,
                "",
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                4));
  }

  @Test
  void loadShouldTakeEverySettingWhenAllAreSet() {
    String token = token("authenticated", LATER);

    AppConfig config =
        set(
            Map.of(
                "mirror", "postgrest",
                "postgrest.url", "http://kong:8000",
                "postgrest.key", PUBLISHABLE,
                "postgrest.token", token,
                "postgrest.path", "/",
                "postgrest.plain-host", "Kong",
                "postgrest.connect-timeout", "1s",
                "postgrest.timeout", "9s",
                "postgrest.connections", "2"));

    assertThat(config.postgrest())
        .isEqualTo(
            new PostgrestSettings(
                Optional.of(URI.create("http://kong:8000")),
                Optional.of("/"),
                PUBLISHABLE,
                token,
                Duration.ofSeconds(1),
                Duration.ofSeconds(9),
                2));
  }

  @ParameterizedTest
  @CsvSource({
    "SUPABASE_KEY",
    "SUPABASE_SECRET_KEY",
    "SUPABASE_SERVICE_KEY",
    "SUPABASE_SERVICE_ROLE_KEY"
  })
  void loadShouldPreferAKeyThatMayWriteWhenThePublishableOneIsSetToo(String variable) {
    AppConfig config =
        load(
            Map.of(
                "SUPABASE_URL",
                URL,
                "SUPABASE_ANON_KEY",
                token("anon", LATER),
                "SUPABASE_PUBLISHABLE_KEY",
                PUBLISHABLE,
                variable,
                SECRET));

    assertThat(config.postgrest().key()).isEqualTo(SECRET);
  }

  @Test
  void loadShouldPreferTheDatabaseWhenBothAreSet() {
    AppConfig config =
        load(
            Map.of(
                "SUPABASE_URL", "anything at all",
                "SUPABASE_ANON_KEY", PUBLISHABLE,
                "SUPABASE_DB_URL", "postgresql://ana@h/d"));

    assertThat(config.mirror()).isEqualTo(MirrorKind.POSTGRES);
    assertThat(config.postgrest().url()).isEmpty();
  }

  @Test
  void loadShouldKeepTheDatabaseBesideTheApiWhenThatIsAskedFor() {
    AppConfig config =
        load(
            Map.of(
                "CREATOROS_MIRROR",
                "postgrest",
                "SUPABASE_URL",
                URL,
                "SUPABASE_KEY",
                SECRET,
                "SUPABASE_DB_URL",
                "postgresql://ana@h/d"));

    assertThat(config.mirror()).isEqualTo(MirrorKind.POSTGREST);
    assertThat(config.database().url()).isEqualTo("postgresql://ana@h/d");
  }

  @Test
  void loadShouldFailWhenUrlOrKeyIsMissing() {
    assertThatThrownBy(() -> set(Map.of("mirror", "postgrest")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("postgrest needs postgrest.url (or SUPABASE_URL)")
        .hasMessageContaining("postgrest needs postgrest.key (or SUPABASE_KEY");
  }

  @Test
  void loadShouldNeedNoKeyWhenThereIsAToken() {
    Map<String, String> settings =
        Map.of("postgrest.url", "https://api.example/db", "postgrest.token", token("ana", LATER));

    assertThat(set(settings).postgrest().key()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://kdvlmtzwqaxs.supabase.co/rest/v1",
        "http://localhost:54321",
        "http://api.localhost",
        "http://127.0.0.1:3000/",
        "http://[::1]:3000"
      })
  void loadShouldTakeAnAddressThatNobodyElseCanRead(String url) {
    assertThat(with(url, SECRET).postgrest().url()).contains(URI.create(url));
  }

  @ParameterizedTest
  @CsvSource({
    "http://kdvlmtzwqaxs.supabase.co, would send the key unencrypted",
    "http://127.0.0.1.example.org, would send the key unencrypted",
    "http://kong:8000, postgrest.plain-host",
    "kdvlmtzwqaxs.supabase.co, must be a URL such as https://PROJECT.supabase.co",
    "kdvlmtzwqaxs, must be a URL",
    "https://, must be a URL",
    "ftp://h/x, must be a URL",
    "https://c4 nary, must be a URL",
    "postgresql://ana:c4nary@db.kdvlmtzwqaxs.supabase.co/postgres, database.url (SUPABASE_DB_URL)",
    "https://ana:c4nary@h/, must be host and path alone",
    "https://h/?apikey=c4nary, must be host and path alone",
    "https://supabase.com/dashboard/project/kdvlmtzwqaxs, is the address of the dashboard"
  })
  void loadShouldSayWhatIsWrongWhenTheAddressCannotBe(String url, String said) {
    assertProblem(() -> with(url, SECRET), "postgrest.url", said);
  }

  @ParameterizedTest
  @CsvSource({
    "sb_publishable_c4nary, which by itself may read and write nothing: set postgrest.token",
    "c4nary-hunter2, the password of the database is another thing",
    "postgresql://ana:c4nary@h/d, is a URL",
    "sb_secret_c4 nary, copy it again",
    "sb_secret_c4naryé, copy it again"
  })
  void loadShouldSayWhatIsWrongWhenTheKeyCannotServe(String key, String said) {
    assertProblem(() -> with(URL, key), "postgrest.key", said);
  }

  @Test
  void loadShouldKnowTheOlderKeysByTheirRole() {
    assertProblem(
        () -> with(URL, token("anon", LATER)), "postgrest.key", "the publishable (anon) key");
    assertThat(with(URL, token("service_role", LATER)).mirror()).isEqualTo(MirrorKind.POSTGREST);
  }

  @Test
  void loadShouldSaySinceWhenAKeyOrTokenIsOver() {
    String over = token("service_role", Instant.parse(OVER).getEpochSecond());

    assertProblem(() -> with(URL, over), "postgrest.key", "ended at " + OVER);
    assertProblem(() -> withToken(over), "postgrest.token", "ended at " + OVER);
  }

  @Test
  void loadShouldTakeATokenThatNeverEnds() {
    assertThat(withToken(payload("{\"role\":\"authenticated\"}")).postgrest().token()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"c4nary", "c4.na.ry", "sb_secret_c4nary", "a.b.c4nary\u00e9"})
  void loadShouldFailWhenTheTokenIsNone(String token) {
    assertProblem(() -> withToken(token), "postgrest.token", "is ");
  }

  @Test
  void loadShouldFailWhenTheTokenIsNobodys() {
    assertProblem(() -> withToken(token("anon", LATER)), "postgrest.token", "role anon");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rest/v1", "/rest?x", "/a/../b", "//"})
  void loadShouldFailWhenThePathIsNone(String path) {
    assertProblem(
        () -> set(Map.of("postgrest.url", URL, "postgrest.key", SECRET, "postgrest.path", path)),
        "postgrest.path",
        "must be a path such as /rest/v1");
  }

  @Test
  void toStringShouldMaskKeyAndToken() {
    String token = token("authenticated", LATER);
    Configuration loaded =
        configuration(
            Map.of("postgrest.url", URL, "postgrest.key", SECRET, "postgrest.token", token),
            Map.of());

    assertThat(loaded.config() + " " + loaded.values())
        .doesNotContain("c4nary", token)
        .contains(URL, "key=********, token=********", "postgrest.key=********");
  }

  private void assertProblem(Runnable load, String setting, String said) {
    ConfigException e = catchThrowableOfType(ConfigException.class, load::run);

    assertThat(e.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.where()).startsWith(setting);
              assertThat(problem.what()).contains(said).doesNotContain("c4");
            });
  }

  private AppConfig with(String url, String key) {
    return set(Map.of("postgrest.url", url, "postgrest.key", key));
  }

  private AppConfig withToken(String token) {
    return set(
        Map.of("postgrest.url", URL, "postgrest.key", PUBLISHABLE, "postgrest.token", token));
  }

  private AppConfig set(Map<String, String> flags) {
    return configuration(flags, Map.of()).config();
  }

  private AppConfig load(Map<String, String> environment) {
    return configuration(Map.of(), environment).config();
  }

  private Configuration configuration(Map<String, String> flags, Map<String, String> environment) {
    return Configuration.load(new ConfigSources(new HashMap<>(flags), environment, root, root));
  }

  private static String token(String role, long ends) {
    return payload(
        "{\"aud\":[\"x\",{\"role\":\"y\"}],\"role\":\"%s\",\"exp\":%d}".formatted(role, ends));
  }

  private static String payload(String claims) {
    return "c4nary."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".c4nary";
  }
}
