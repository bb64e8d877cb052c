package io.creatoros.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

  private static final PostgrestSettings NO_API =
      new PostgrestSettings(
          Optional.empty(),
          Optional.empty(),
          "",
          "",
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          4);

  @TempDir private Path root;

  @Test
  void loadShouldGiveDefaultsWhenNothingIsSet() {
    AppConfig config = load(Map.of(), Map.of()).config();

    assertThat(config)
        .isEqualTo(
            new AppConfig(
                MirrorKind.EMBEDDED,
                "default",
                Optional.empty(),
                List.of(),
                List.of(),
                25L << 20,
                Duration.ofSeconds(2),
                10,
                3,
                true,
                new DatabaseConfig(
                    "",
                    "",
                    "",
                    new DatabaseConfig.Pool(
                        4,
                        1,
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(30),
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(5)),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(5)),
                NO_API,
                new EmbeddedConfig(Optional.empty(), Optional.empty(), Duration.ofSeconds(60)),
                new AdapterConfig("", Map.of()),
                new DualWriteConfig(false, Duration.ofSeconds(2), false, 1000)));
  }

  @Test
  void loadShouldMapEverySettingWhenTheFileSetsAll() throws IOException {
    file(
        """
        mirror: postgres
        project: escola
        origin: laptop da Ana
        courses:
          - trilhas/*
          - "oficinas/{a,b}"
        fixed-courses: [oficinas/c]
        size-limit: 1GiB
        search: off
        lock:
          wait: 5m
        sync:
          tries: 3
          senders: 4
        database:
          url: postgresql://ana:s3cret@db.example:5432/escola
          user: ana
          password: other
          pool: 7
          pool-min-idle: 2
          pool-idle-timeout: 11m
          pool-max-lifetime: 31m
          pool-keepalive: 0s
          validation-timeout: 600ms
          connect-timeout: 500ms
          statement-timeout: 1h
        embedded:
          home: db
          cache: /var/cache/x
          patience: 90s
        adapter:
          token: s3cret
          shelf:
            row: 4
        db-persist: yes
        write-budget: 900ms
        write-behind: 1
        write-behind-queue: 50
        """);

    AppConfig config = load(Map.of(), Map.of()).config();

    assertThat(config)
        .isEqualTo(
            new AppConfig(
                MirrorKind.POSTGRES,
                "escola",
                Optional.of("laptop da Ana"),
                List.of("trilhas/*", "oficinas/{a,b}"),
                List.of("oficinas/c"),
                1L << 30,
                Duration.ofMinutes(5),
                3,
                4,
                false,
                new DatabaseConfig(
                    "postgresql://ana:s3cret@db.example:5432/escola",
                    "ana",
                    "other",
                    new DatabaseConfig.Pool(
                        7,
                        2,
                        Duration.ofMinutes(11),
                        Duration.ofMinutes(31),
                        Duration.ZERO,
                        Duration.ofMillis(600)),
                    Duration.ofMillis(500),
                    Duration.ofHours(1)),
                NO_API,
                new EmbeddedConfig(
                    Optional.of(root.resolve("db")),
                    Optional.of(Path.of("/var/cache/x")),
                    Duration.ofSeconds(90)),
                new AdapterConfig("", Map.of("token", "s3cret", "shelf.row", "4")),
                new DualWriteConfig(true, Duration.ofMillis(900), true, 50)));
  }

  @Test
  void loadShouldPreferFlagThenEnvironmentThenDotEnvThenFileWhenAllSetIt() throws IOException {
    file("project: from-file\nsync:\n  tries: 5\nlock:\n  wait: 7s\n");
    dotEnv("CREATOROS_PROJECT=from-dot-env\nCREATOROS_SYNC_TRIES=6\nCREATOROS_ORIGIN=dot\n");
    Map<String, String> environment =
        Map.of("CREATOROS_PROJECT", "from-environment", "CREATOROS_SYNC_TRIES", "8");

    Configuration loaded = load(Map.of("project", "from-flag"), environment);

    assertThat(loaded.config().project()).isEqualTo("from-flag");
    assertThat(loaded.config().syncTries()).isEqualTo(8);
    assertThat(loaded.config().origin()).contains("dot");
    assertThat(loaded.config().lockWait()).isEqualTo(Duration.ofSeconds(7));
    assertThat(loaded.values().stream().map(value -> value.source().rank()).toList())
        .contains(
            Source.Rank.FLAG,
            Source.Rank.ENVIRONMENT,
            Source.Rank.DOT_ENV,
            Source.Rank.FILE,
            Source.Rank.DEFAULT);
  }

  @Test
  void loadShouldPreferSupabaseUrlWhenBothVariablesAreSet() {
    Configuration loaded =
        load(
            Map.of(),
            Map.of("DATABASE_URL", "postgresql://b/two", "SUPABASE_DB_URL", "postgresql://a/one"));

    assertThat(loaded.config().mirror()).isEqualTo(MirrorKind.POSTGRES);
    assertThat(loaded.config().database().url()).isEqualTo("postgresql://a/one");
  }

  @Test
  void loadShouldKeepTheEmbeddedServerWhenItIsNamedBesideAUrl() {
    Configuration loaded =
        load(Map.of("mirror", "embedded"), Map.of("DATABASE_URL", "postgresql://b/two"));

    assertThat(loaded.config().mirror()).isEqualTo(MirrorKind.EMBEDDED);
  }

  @Test
  void loadShouldReadTheCurrentFoldersDotEnvWhenTheWorkspaceHasNone() throws IOException {
    Path current = Files.createDirectory(root.resolve("below"));
    Files.writeString(current.resolve(".env"), "CREATOROS_PROJECT=here\n");

    Configuration loaded = Configuration.load(new ConfigSources(Map.of(), Map.of(), root, current));

    assertThat(loaded.config().project()).isEqualTo("here");
  }

  @Test
  void loadShouldReportEveryProblemWhenThereAreSeveral() throws IOException {
    file("projct: x\nsize-limit: big\nsync:\n  tries: 0\n");
    dotEnv("no assignment\n");

    ConfigException e =
        catchThrowableOfType(
            ConfigException.class,
            () ->
                load(
                    Map.of("syncc.tries", "1", "mirror", "mysql"),
                    Map.of("CREATOROS_PROJEKT", "x", "DATABASE_URL", "mysql://root@h/d")));

    assertThat(e.problems())
        .extracting(Problem::toString)
        .anySatisfy(problem -> assertThat(problem).contains("syncc.tries", "sync.tries"))
        .anySatisfy(problem -> assertThat(problem).contains("CREATOROS_PROJECT?"))
        .anySatisfy(problem -> assertThat(problem).contains(".env:1"))
        .anySatisfy(problem -> assertThat(problem).contains("creatoros.yaml:1", "'project'"))
        .anySatisfy(problem -> assertThat(problem).contains("size-limit", "'big'"))
        .anySatisfy(problem -> assertThat(problem).contains("sync.tries (creatoros.yaml line 4)"))
        .anySatisfy(problem -> assertThat(problem).contains("mirror", "'mysql'"))
        .anySatisfy(problem -> assertThat(problem).contains("database.url", "postgresql://"))
        .hasSize(8);
  }

  @Test
  void loadShouldTakeAnAdapterWhenTheMirrorIsItsName() throws IOException {
    file("mirror: Pocket\nadapter:\n  pocket: file\n  row: 1\n");
    dotEnv("CREATOROS_ADAPTER_API_TOKEN=t0ken\nCREATOROS_ADAPTER_POCKET=dot-env\n");

    AppConfig config = load(Map.of("adapter.row", "2"), Map.of()).config();

    assertThat(config.mirror()).isEqualTo(MirrorKind.ADAPTER);
    assertThat(config.mirrorName()).isEqualTo("pocket");
    assertThat(config.adapter())
        .isEqualTo(
            new AdapterConfig(
                "pocket", Map.of("api-token", "t0ken", "pocket", "dot-env", "row", "2")));
  }

  @Test
  void loadShouldNameTheAdaptersThereWhenTheMirrorIsUnknown() {
    assertThatThrownBy(() -> load(Map.of("mirror", "purse"), Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("'purse' is none of postgres, postgrest, embedded, none")
        .hasMessageContaining("on the class path: pocket");
  }

  @ParameterizedTest
  @CsvSource({
    "true, true",
    "TRUE, true",
    "1, true",
    "yes, true",
    "on, true",
    "false, false",
    "0, false",
    "no, false",
    "Off, false"
  })
  void loadShouldReadWhetherTheMirrorIsWrittenFromItsVariable(String text, boolean on) {
    Configuration loaded = load(Map.of(), Map.of("CREATOR_OS_DB_PERSIST", text));

    assertThat(loaded.config().dualWrite().persist()).isEqualTo(on);
  }

  @Test
  void withConnectionsShouldLowerThePoolAndNeverRaiseIt() {
    AppConfig config = load(Map.of("database.pool-min-idle", "3"), Map.of()).config();

    assertThat(config.withConnections(2).database().pool().size()).isEqualTo(2);
    assertThat(config.withConnections(2).database().pool().minIdle()).isEqualTo(2);
    assertThat(config.withConnections(9)).isEqualTo(config);
  }

  @Test
  void loadShouldFailWhenPostgresHasNoUrl() {
    assertThatThrownBy(() -> load(Map.of("mirror", "postgres"), Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("SUPABASE_DB_URL");
  }

  @Test
  void toStringShouldMaskSecretsWhereverTheyAre() {
    Configuration loaded =
        load(
            Map.of("database.password", "hunter2", "adapter.token", "hunter2"),
            Map.of("DATABASE_URL", "postgresql://ana:hunter2@h/d?sslpassword=hunter2"));

    assertThat(loaded.config() + " " + loaded.values())
        .doesNotContain("hunter2")
        .contains("postgresql://ana:********@h/d", "adapter.token=********", "token=********");
  }

  private Configuration load(Map<String, String> flags, Map<String, String> environment) {
    return Configuration.load(new ConfigSources(flags, environment, root, root));
  }

  private void file(String text) throws IOException {
    Files.writeString(root.resolve("creatoros.yaml"), text);
  }

  private void dotEnv(String text) throws IOException {
    Files.writeString(root.resolve(".env"), text);
  }
}
