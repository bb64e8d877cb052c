package io.creatoros.app.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.creatoros.app.CreatorOs;
import io.creatoros.app.cli.Machine;
import io.creatoros.app.config.ConfigSources;
import io.creatoros.app.config.Configuration;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.dualwrite.MirrorOutcome;
import io.creatoros.core.dualwrite.Persisted;
import io.creatoros.core.persist.LessonDraft;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A secret of the configuration shows nowhere that a program could look. */
class EmbeddedSecretsTest {

  private static final String CANARY = "c4nary";
  private static final String YAML =
      """
      database:
        password: c4nary-set
      adapter:
        token: c4nary-token
        broken: c4nary-too
      postgrest:
        url: http://127.0.0.1:1
        key: sb_secret_c4nary
        token: c4nary.eyJyb2xlIjoiYXV0aGVudGljYXRlZCJ9.c4nary
      """;

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level before = root.getLevel();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<String> seen = new ArrayList<>();

  @TempDir private Path home;

  @BeforeEach
  void listen() throws IOException {
    Files.createDirectories(home.resolve("courses"));
    Files.writeString(home.resolve("courses/creatoros.yaml"), YAML);
    log.start();
    root.addAppender(log);
    root.setLevel(Level.TRACE);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(log);
    root.setLevel(before);
  }

  @Test
  void passwordShouldShowNowhereWhenNobodyAnswers() {
    write("database.url", "postgresql://ana:c4nary-url@127.0.0.1:1/x?sslpassword=c4nary-option");

    assertNoCanary();
  }

  @Test
  void keyAndTokenShouldShowNowhereWhenNobodyAnswers() {
    write("mirror", "postgrest");

    assertThat(seen).anyMatch(text -> text.contains("DB_UNREACHABLE"));
    assertNoCanary();
  }

  @Test
  void settingsOfAnAdapterShouldShowNowhereWhenItCannotBeOpened() {
    write("mirror", "pocket");

    assertThat(PocketAdapter.lastSettings().value("token")).contains("c4nary-token");
    seen.add(PocketAdapter.lastSettings().toString());
    assertNoCanary();
  }

  @Test
  void secretsShouldShowNowhereWhenTheConfigurationIsShownOrWrong() {
    Machine machine =
        new Machine(home)
            .with("DATABASE_URL", "postgresql://ana:c4nary-url@127.0.0.1:1/x")
            .with("CREATOROS_ADAPTER_KEY", "c4nary-key");
    for (List<String> command :
        List.of(
            List.of("init", "courses"),
            List.of("config", "-C", "courses", "--json"),
            List.of("config", "-C", "courses"),
            List.of("config", "-C", "courses", "--set", "lock.wait=never", "--verbose"))) {
      Machine.Ran ran = machine.run(command.toArray(String[]::new));
      seen.add(ran.out() + ran.err());
    }
    Path courses = home.resolve("courses");
    Configuration configuration =
        Configuration.load(
            new ConfigSources(Map.of("adapter.key", "c4nary-key"), Map.of(), courses, courses));
    seen.add(configuration.config() + " " + configuration.values());

    assertThat(seen.get(1)).contains("adapter.token", "adapter.key");
    assertNoCanary();
  }

  private void write(String key, String value) {
    CreatorOs.Builder builder =
        CreatorOs.builder()
            .workspace(home.resolve("courses"))
            .environment(Map.of())
            .persisting(true)
            .meters(meters)
            .set(key, value);
    seen.add(builder + " " + builder.module());
    try (CreatorOs creatorOs = builder.build()) {
      Persisted answer =
          creatorOs
              .persister()
              .persistLesson(new CourseId("coffee"), LessonDraft.of("1.1", "# Beans\n"));
      assertThat(answer.mirror()).isInstanceOf(MirrorOutcome.Owed.class);
      seen.add(creatorOs + " " + answer);
      seen.add(trace(catchThrowable(creatorOs::sync)));
      seen.add(trace(catchThrowable(() -> creatorOs.queries().courses())));
    }
  }

  private void assertNoCanary() {
    logged()
        .forEach(
            event ->
                seen.add(
                    event.getFormattedMessage()
                        + " "
                        + event.getKeyValuePairs()
                        + " "
                        + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy()))));
    meters.getMeters().forEach(meter -> seen.add(meter.getId() + " " + meter.getId().getTags()));

    assertThat(seen).isNotEmpty().noneMatch(text -> text.contains(CANARY));
  }

  /** Threads that are about to end may still log. */
  private List<ILoggingEvent> logged() {
    synchronized (log) {
      return List.copyOf(log.list);
    }
  }

  private static String trace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
