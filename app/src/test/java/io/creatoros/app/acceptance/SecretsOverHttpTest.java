package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.creatoros.app.cli.Databases;
import io.creatoros.app.cli.Machine;
import io.creatoros.postgres.testkit.Await;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.postgrest.testkit.RequiresPostgrest;
import io.creatoros.postgrest.testkit.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Key and token show nowhere: each is unique, and looked for wherever anything is left. */
@RequiresPostgrest
class SecretsOverHttpTest extends Scene {

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("sync", ROOT, "--metrics-file", "creatoros.prom"),
          List.of("sync", ROOT, "--full"),
          List.of("status", ROOT, "--files"),
          List.of("owed", ROOT),
          List.of("verify", ROOT, "--receipt", "receipt.json"),
          List.of("pull", "-C", ROOT, "--all"),
          List.of("courses", "-C", ROOT),
          List.of("stats", "-C", ROOT),
          List.of("export", "coffee", "-C", ROOT),
          List.of("members", "list", "-C", ROOT),
          List.of("members", "remove", UUID.randomUUID().toString(), "-C", ROOT),
          List.of("config", "-C", ROOT),
          List.of("migrate", "-C", ROOT),
          List.of("db", "status", "-C", ROOT),
          List.of("persist", "lesson", ROOT + "/coffee", "1.1", "--set", "db-persist=on"),
          List.of("bogus"));

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level before = logger.getLevel();
  private final UUID user = UUID.randomUUID();
  private final List<String> secrets = new ArrayList<>();

  @Override
  HttpRoute route() {
    return HttpRoute.through(PostgrestVersion.V12);
  }

  private HttpRoute http() {
    return (HttpRoute) route;
  }

  @BeforeEach
  void listen() throws IOException {
    writeCoffeeCourse();
    ana.run("init", ROOT);
    ana = new Machine(ana.folder());
    log.start();
    logger.addAppender(log);
    logger.setLevel(Level.TRACE);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
    logger.setLevel(before);
  }

  @Test
  void keyShouldShowNowhereWhenAllIsWell() throws IOException {
    dotEnv(given("SUPABASE_SECRET_KEY", http().gateway().secretKey()));

    assertThat(sync(ana).code()).isZero();
    assertNothingShows();
    assertThat(log.list).isNotEmpty();
    assertThat(mirror.query("select encode(bytes, 'escape') from creatoros.contents"))
        .isNotEmpty()
        .noneMatch(bytes -> secrets.stream().anyMatch(bytes::contains));
  }

  @Test
  void keyAndTokenShouldShowNowhereWhenAUserIsAtWork() throws IOException {
    ana.run("members", "add", user.toString(), "--role", "owner", "--set", url(), "--set", key());
    String token = Tokens.of("authenticated", user);
    given("SUPABASE_ANON_KEY", http().gateway().anonKey());
    given("CREATOROS_POSTGREST_TOKEN", token);
    ana.with("SUPABASE_URL", http().gateway().url().toString())
        .with("SUPABASE_ANON_KEY", http().gateway().anonKey())
        .with("CREATOROS_POSTGREST_TOKEN", token);

    assertThat(sync(ana).code()).isZero();
    assertNothingShows();
  }

  @Test
  void keyShouldShowNowhereWhenItIsWrong() throws IOException {
    dotEnv(given("SUPABASE_SERVICE_KEY", "sb_secret_c4nary_of_another_project"));

    assertThat(sync(ana).code()).isEqualTo(21);
    assertNothingShows();
  }

  @Test
  void tokenShouldShowNowhereWhenSomebodyElseSignedIt() throws IOException {
    given("postgrest.token", Tokens.forged("authenticated"));
    ana.write(
        ROOT + "/creatoros.yaml",
        "postgrest:\n  url: %s\n  key: %s\n  token: %s\n"
            .formatted(
                http().gateway().url(),
                given("postgrest.key", http().gateway().publishableKey()).get("postgrest.key"),
                secrets.get(0)));
    assertThat(sync(ana).code()).isEqualTo(21);
    assertNothingShows();
  }

  @Test
  void keyShouldShowNowhereWhenNobodyAnswers() throws IOException {
    ana.write(
        ROOT + "/.env",
        "SUPABASE_URL=http://127.0.0.1:1\nSUPABASE_KEY=sb_secret_c4nary_for_nobody\n");
    given("SUPABASE_KEY", "sb_secret_c4nary_for_nobody");

    assertThat(sync(ana).code()).isEqualTo(20);
    assertNothingShows();
  }

  @Test
  void keyShouldShowNowhereWhenTheSettingsAreWrong() {
    given("SUPABASE_KEY", "c4nary");

    for (Map<String, String> wrong :
        List.of(
            Map.of("SUPABASE_URL", "https://x:c4nary@h", "SUPABASE_KEY", "sb_secret_c4nary"),
            Map.of("SUPABASE_URL", "https://h?apikey=c4nary", "SUPABASE_KEY", "c4nary"),
            Map.of("SUPABASE_URL", "postgresql://x:c4nary@h/d", "SUPABASE_KEY", "c4nary c4nary"),
            Map.of("SUPABASE_URL", "c4nary", "SUPABASE_KEY", "postgresql://x:c4nary@h/d"))) {
      wrong.forEach(ana::with);

      assertThat(sync(ana).code()).as(wrong.toString()).isEqualTo(3);
      assertNothingShows();
    }
  }

  /** The program's own variables are the user's doing; what it starts gets none of them. */
  @Test
  void processListShouldShowNoKeyWhileProgramsRun() throws Exception {
    assumeThat(Path.of("/proc/self/environ")).exists();
    dotEnv(given("SUPABASE_SECRET_KEY", http().gateway().secretKey()));
    Path bin = Files.createDirectories(ana.folder().resolve("bin"));
    Path shown = ana.folder().resolve("shown.txt");
    Path psql =
        Files.writeString(
            bin.resolve("psql"),
            """
        #!/bin/sh
        { cat /proc/$$/environ /proc/$$/cmdline /proc/$PPID/cmdline; } > %s
        """
                .formatted(shown));
    assertThat(psql.toFile().setExecutable(true)).isTrue();
    Map<String, String> variables = new HashMap<>();
    variables.put("PATH", bin + ":" + System.getenv("PATH"));
    variables.put("SUPABASE_DB_URL", Databases.url(database));
    variables.put("CREATOROS_MIRROR", "postgrest");
    variables.put("SUPABASE_SECRET_KEY", http().gateway().secretKey());

    try (Program program = Program.start(ana.folder(), variables, "db", "psql", "-C", ROOT)) {
      assertThat(program.code()).as(program.err()).isZero();
    }
    try (Program watch = Program.start(ana.folder(), variables, "watch", ROOT)) {
      Await.until("watching", () -> watch.out().contains("EQUAL"));
      watch.interrupt();
      assertThat(watch.code()).isZero();
      assertSilent(watch.out() + watch.err());
    }

    assertThat(Files.readString(shown, StandardCharsets.ISO_8859_1)).contains("PGPASSWORD", "psql");
    assertSilent(Files.readString(shown, StandardCharsets.ISO_8859_1));
  }

  /** Notes a secret, whole and in parts that nothing else would contain. */
  private Map<String, String> given(String variable, String secret) {
    secrets.add(secret);
    return Map.of(variable, secret);
  }

  private void dotEnv(Map<String, String> variables) throws IOException {
    StringBuilder text = new StringBuilder("SUPABASE_URL=" + http().gateway().url() + "\n");
    variables.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    ana.write(ROOT + "/.env", text.toString());
  }

  private String url() {
    return "postgrest.url=" + http().gateway().url();
  }

  private String key() {
    return "postgrest.key=" + http().gateway().secretKey();
  }

  private void assertNothingShows() {
    for (List<String> command : COMMANDS) {
      for (List<String> options : List.of(List.of("--verbose"), List.of("--json", "--verbose"))) {
        List<String> all = new ArrayList<>(command);
        all.addAll(options);
        Machine.Ran ran = ana.pipe("# Beans\n", all.toArray(String[]::new));
        assertSilent(ran.out() + ran.err());
      }
    }
    for (ILoggingEvent event : logged()) {
      assertSilent(event.getFormattedMessage() + " " + event.getKeyValuePairs());
      if (event.getThrowableProxy() != null) {
        assertSilent(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }
    assertThat(leftBehind()).isNotEmpty().allSatisfy(SecretsOverHttpTest.this::assertSilent);
  }

  /** Threads that are about to end may still log. */
  private List<ILoggingEvent> logged() {
    synchronized (log) {
      return List.copyOf(log.list);
    }
  }

  /** Every file on the machine, but those in which the user wrote the secret. */
  private List<String> leftBehind() {
    try (Stream<Path> files = Files.walk(ana.folder())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith(".env") && !file.endsWith("creatoros.yaml"))
          .map(file -> file + " " + read(file))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void assertSilent(String text) {
    assertThat(secrets).isNotEmpty().noneMatch(text::contains);
    assertThat(text).doesNotContain("c4nary");
  }
}
