package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Databases;
import io.creatoros.app.cli.Machine;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A password shows nowhere, whatever is asked for and whatever goes wrong. */
class SecretsTest extends Scene {

  private static final String CANARY = "c4n@ry p%ss/w:rd?&#";
  private static final String ENCODED = URLEncoder.encode(CANARY, StandardCharsets.UTF_8);
  private static final String CORE = "c4n";
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("sync", ROOT),
          List.of("sync", ROOT, "--full"),
          List.of("status", ROOT, "--files"),
          List.of("verify", ROOT, "--receipt", "receipt.json"),
          List.of("pull", "-C", ROOT, "--all"),
          List.of("courses"),
          List.of("migrate", "--status"),
          List.of("config"),
          List.of("db", "url"),
          List.of("db", "status"),
          List.of("db", "query", "select current_user"),
          List.of("db", "query", "select nonsense"),
          List.of("db", "backup", "mirror.backup"),
          List.of("bogus"));

  private static final List<List<String>> FEW =
      List.of(List.of("verify", ROOT), List.of("config"), List.of("db", "url"));

  @BeforeEach
  void makeARoleWithTheCanary() throws IOException {
    writeCoffeeCourse();
    mirror.execute("create role " + role() + " superuser login password '" + CANARY + "'");
  }

  @Test
  void nothingShouldPrintThePasswordWhenAllIsWell() throws IOException {
    ana.with("DATABASE_URL", url(ENCODED, database.port()));
    ana.with("SUPABASE_DB_URL", "");

    assertThat(sync(ana).code()).isZero();
    assertNoCanary();
    assertThat(ana.run("db", "url", "--with-password").out()).contains(CORE);
  }

  @Test
  void nothingShouldPrintThePasswordWhenItIsWrong() {
    ana.with("SUPABASE_DB_URL", url(ENCODED + "x", database.port()));

    assertThat(sync(ana).code()).isEqualTo(21);
    assertNoCanary(FEW);
  }

  @Test
  void nothingShouldPrintThePasswordWhenNobodyAnswers() {
    ana.with("SUPABASE_DB_URL", url(ENCODED, 1));
    ana.with("CREATOROS_DATABASE_CONNECT_TIMEOUT", "300ms");

    assertThat(sync(ana).code()).isEqualTo(20);
    assertNoCanary(FEW);
  }

  @Test
  void nothingShouldPrintThePasswordWhenTheUrlIsBroken() {
    for (String url :
        List.of(
            "postgresql://ana:" + CANARY + "@127.0.0.1/db",
            "postgres//ana:" + ENCODED + "@127.0.0.1/db",
            "postgresql://ana:" + ENCODED + "@127.0.0.1:port/db",
            "jdbc:postgresql://127.0.0.1:x/db?user=ana&password=" + ENCODED,
            "postgresql://ana:%zz" + CORE + "@127.0.0.1/db")) {
      ana.with("SUPABASE_DB_URL", url).with("CREATOROS_DATABASE_CONNECT_TIMEOUT", "300ms");

      assertThat(sync(ana).code()).as(url).isIn(3, 20);
      assertNoCanary(FEW);
    }
  }

  @Test
  void nothingShouldPrintThePasswordWhenItComesFromAFile() throws IOException {
    ana.with("SUPABASE_DB_URL", "")
        .write("courses/.env", "DATABASE_URL=" + url(ENCODED, database.port()) + "\n");

    assertThat(sync(ana).code()).isZero();
    assertNoCanary();
    assertThat(mirror.files()).hasSize(4);
    assertThat(mirror.query("select encode(bytes, 'escape') from creatoros.contents"))
        .noneMatch(bytes -> bytes.contains(CORE));
    assertThat(Tree.hashes(root(ana)).keySet()).contains(".env");
  }

  @Test
  void nothingShouldPrintThePasswordWhenTheSettingsAreWrong() throws IOException {
    ana.write(
        "courses/creatoros.yaml",
        "database:\n  url: \"" + url(ENCODED, 1) + "\"\n  pasword: " + CORE + "\n");
    ana.run("init", ROOT);

    assertThat(sync(ana).code()).isEqualTo(3);
    assertNoCanary();
  }

  private void assertNoCanary() {
    assertNoCanary(COMMANDS);
  }

  private void assertNoCanary(List<List<String>> commands) {
    for (List<String> command : commands) {
      for (List<String> options : List.of(List.of("--verbose"), List.of("--json", "--verbose"))) {
        List<String> all = new ArrayList<>(command);
        all.addAll(options);
        Machine.Ran ran = ana.run(all.toArray(String[]::new));
        assertThat(ran.out() + ran.err()).as(all.toString()).doesNotContain(CORE);
      }
    }
  }

  private String url(String password, int port) {
    return Databases.url(database)
        .replaceFirst("//.*@", "//" + role() + ":" + password.replace("+", "%20") + "@")
        .replace(":" + database.port() + "/", ":" + port + "/");
  }

  private String role() {
    return "canary_" + database.name();
  }
}
