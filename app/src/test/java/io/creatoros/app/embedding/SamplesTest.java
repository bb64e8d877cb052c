package io.creatoros.app.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.creatoros.app.cli.Databases;
import io.creatoros.postgres.testkit.SupabaseLike;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgrest.testkit.Gateway;
import io.creatoros.postgrest.testkit.PostgrestServer;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.postgrest.testkit.RequiresPostgrest;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The samples of docs/examples, compiled and run as somebody else's programs. */
class SamplesTest {

  private static final String GENERATOR = "com.example.Generator";
  private static final int FEWEST_CONTRACT_TESTS = 80;

  @TempDir private static Path built;

  private static SampleProject embedding;
  private static SampleProject adapter;

  @TempDir private Path home;

  @BeforeAll
  static void compile() throws IOException {
    embedding = SampleProject.compiled("embedding", built.resolve("embedding"));
    adapter = SampleProject.compiled("adapter", built.resolve("adapter"));
  }

  @Test
  void generatorShouldWriteToTheMirrorThatIsConfigured() throws Exception {
    assertThat(generated("mirror: none\ndb-persist: on\n")).endsWith(" DISABLED\n");
    assertThat(generated("mirror: memory\ndb-persist: on\n")).endsWith(" APPLIED\n");
    assertThat(
            generated(
                "mirror: embedded\ndb-persist: on\nembedded:\n  home: "
                    + home.resolve("postgres")
                    + "\n"))
        .endsWith(" APPLIED\n");
  }

  @Nested
  @RequiresPostgrest
  class OverHttp {
    @Test
    void generatorShouldWriteToSupabaseWhenThatIsConfigured() throws Exception {
      try (TestDatabase database = SupabaseLike.migrated();
          PostgrestServer server = PostgrestServer.start(PostgrestVersion.V12, database);
          Gateway gateway = Gateway.before(server)) {
        Files.createDirectories(courses());
        Files.writeString(
            courses().resolve(".env"),
            "SUPABASE_URL=" + gateway.url() + "\nSUPABASE_KEY=" + gateway.secretKey() + "\n");

        assertThat(generated("mirror: postgrest\ndb-persist: on\n")).endsWith(" APPLIED\n");
      }
    }
  }

  @Test
  void generatorShouldWriteFilesAloneWhenNothingIsConfigured() throws Exception {
    assertThat(generated("")).isEqualTo("lessons/1.2-grind-size.md DISABLED\n");
    assertThat(home.resolve("courses/coffee/lessons/1.2-grind-size.md")).isRegularFile();
  }

  @Test
  void wiredGeneratorShouldWriteTheSame() throws Exception {
    settings("mirror: memory\ndb-persist: on\n");

    String printed =
        SampleProject.run(classPath(), "com.example.WiredGenerator", courses().toString());

    assertThat(printed).startsWith("lessons/1.3-water.md APPLIED\n");
  }

  @Test
  void ownWiringShouldSendWhatIsOwed() throws Exception {
    generated("");
    try (TestDatabase database = Databases.migrated()) {
      String printed =
          SampleProject.run(
              classPath(), "com.example.OwnWiring", courses().toString(), Urls.of(database));

      assertThat(printed.lines()).contains("coffee 1");
    }
  }

  @Test
  void adapterShouldPassTheContract() throws Exception {
    URL[] urls = {adapter.withTests().output().toUri().toURL()};
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(urls, before)) {
      Thread.currentThread().setContextClassLoader(loader);
      TestExecutionSummary summary =
          executed(loader.loadClass("com.example.memory.MemoryMirrorTest"));

      assertThat(summary.getFailures()).extracting(failure -> failure.getException()).isEmpty();
      assertThat(summary.getTestsSucceededCount()).isGreaterThan(FEWEST_CONTRACT_TESTS);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static TestExecutionSummary executed(Class<?> test) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(test)).build(),
            listener);
    return listener.getSummary();
  }

  private String generated(String settings) throws IOException, InterruptedException {
    settings(settings);
    return SampleProject.run(classPath(), GENERATOR, courses().toString());
  }

  private static List<Path> classPath() {
    List<Path> classPath = new ArrayList<>(List.of(embedding.output(), adapter.output()));
    classPath.addAll(SampleProject.published());
    return classPath;
  }

  private Path courses() {
    return home.resolve("courses");
  }

  private void settings(String yaml) throws IOException {
    Files.createDirectories(courses());
    String patient = yaml.isEmpty() ? yaml : yaml + "write-budget: 60s\n";
    Files.writeString(courses().resolve("creatoros.yaml"), patient);
  }
}
