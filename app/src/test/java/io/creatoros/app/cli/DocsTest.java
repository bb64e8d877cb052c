package io.creatoros.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.config.ConfigSources;
import io.creatoros.app.config.Configuration;
import io.creatoros.app.config.Setting;
import io.creatoros.app.config.Source;
import io.creatoros.core.finding.FindingCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The references in the documentation say what the program does. */
class DocsTest {

  private static final Path DOCS = Path.of("../docs");
  private static final Path ENVIRONMENT = Path.of("../.env.example");

  /** Set to write the references instead of comparing them. */
  private static final String WRITE = "creatoros.docs.write";

  private static final String HOW =
      "regenerate it with: mvn -pl app -am test -Dtest=DocsTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -D"
          + WRITE
          + "=true";

  @Test
  void cliReferenceShouldSayWhatTheCommandsTake() throws IOException {
    requireSame("cli.md", new CliReference(Cli.commandLine(environment(), console())).markdown());
  }

  @Test
  void configurationReferenceShouldSayWhatCanBeSet() throws IOException {
    requireSame("configuration.md", configuration());
  }

  @Test
  void environmentExampleShouldNameEveryVariable() throws IOException {
    requireSame(ENVIRONMENT, EnvironmentExample.text());
  }

  @Test
  void environmentExampleShouldChangeNothingWhenItIsCopiedAsItIs(@TempDir Path root)
      throws IOException {
    Files.writeString(root.resolve(".env"), EnvironmentExample.text());

    Configuration copied = Configuration.load(new ConfigSources(Map.of(), Map.of(), root, root));

    assertThat(copied.values()).allMatch(value -> value.source().rank() == Source.Rank.DEFAULT);
  }

  @Test
  void exitCodesShouldBeThoseOfTheProgram() throws IOException {
    requireSame("exit-codes.md", exitCodes());
  }

  @Test
  void findingsShouldBeThoseOfTheProgram() throws IOException {
    requireSame("findings.md", findings());
  }

  private static String findings() {
    StringBuilder text =
        new StringBuilder(
            """
            # Findings

            What `creatoros findings` says of course folders. A finding never keeps a file from being
            stored: it tells you what the program could not understand, or what seems to be missing.
            `error`: something is not understood, or contradicts itself. `warning`: something is
            missing or doubtful. `info`: good to know.

            | code | severity | what it says |
            |---|---|---|
            """);
    for (FindingCode code : FindingCode.values()) {
      text.append(
          "| `%s` | %s | %s |\n"
              .formatted(code, code.severity().name().toLowerCase(Locale.ROOT), code.meaning()));
    }
    return text.toString();
  }

  private static void requireSame(String name, String expected) throws IOException {
    requireSame(DOCS.resolve(name), expected);
  }

  private static void requireSame(Path file, String expected) throws IOException {
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(file, expected);
    }
    assertThat(file).as(HOW).hasContent(expected);
  }

  private static String configuration() {
    StringBuilder text =
        new StringBuilder(
            """
            # Configuration

            Nothing has to be configured: without a word the embedded PostgreSQL serves. Each value
            comes from the first of these that has it:

            1. a flag: `--project NAME`, `--mirror NAME`, `--wait TIME`, or `--set KEY=VALUE` for any setting
            2. an environment variable
            3. `.env` in the workspace, or else in the current folder: `NAME=value` lines, with
               quotes, comments and `export`; nothing in it is executed or expanded
            4. `creatoros.yaml` in the workspace, where a dot of the key stands for nesting
            5. the default

            `creatoros config` shows each effective value and where it came from, secrets masked.
            All problems are reported at once, with exit code 3; a name that is no setting is a
            problem, and the nearest name is suggested. `creatoros.yaml` is read without anchors and
            aliases, up to 256 KiB and 8 levels deep.

            ```yaml
            project: default
            courses:
              - trilhas/*
            size-limit: 25MiB
            database:
              connect-timeout: 10s
            ```

            Do not put secrets into `creatoros.yaml`, which is usually committed: use `.env`. A copy
            of [.env.example](../.env.example) has every variable, explained.

            A program that [embeds the library](embedding.md) reads the same, and its own values win.

            | setting | variable | value | default |
            |---|---|---|---|
            """);
    for (Setting setting : Setting.values()) {
      text.append(
          "| [`%s`](#%s) | %s | %s | %s |\n"
              .formatted(
                  setting.key(),
                  anchor(setting),
                  variables(setting),
                  setting.kind().doc(),
                  setting.byDefault().isEmpty() ? "" : "`" + setting.byDefault() + "`"));
    }
    for (Setting setting : Setting.values()) {
      text.append("\n## %s\n\n%s\n".formatted(setting.key(), setting.doc()));
    }
    text.append(
        """

        ## adapter.*

        Settings of somebody else's mirror: whatever stands below `adapter` in `creatoros.yaml`, is
        given as `--set adapter.KEY=VALUE`, or is set by a variable `CREATOROS_ADAPTER_KEY`, where
        `_` stands for `-`. They are passed on as they are written, and never shown: any may be a
        secret. [How to write an adapter](writing-an-adapter.md).

        ## Connections that suit

        | setting | a laptop (the default) | a server that writes courses | a pooler: PgBouncer in transaction mode, Supabase's port 6543 |
        |---|---|---|---|
        | `database.pool` | `4` | `10`; all programs together stay below the server's `max_connections` | `4`: the pooler multiplies |
        | `database.pool-min-idle` | `1` | `2` | `1` |
        | `database.pool-idle-timeout` | `10m` | `10m` | `1m`, below the pooler's `client_idle_timeout` |
        | `database.pool-max-lifetime` | `30m` | `30m` | `10m`, below the pooler's `server_lifetime` |
        | `database.pool-keepalive` | `2m` | `2m` | `30s` |
        | `database.connect-timeout` | `10s` | `2s`: who waits longer than `write-budget` waits for nothing | `5s`: the pooler may queue |
        | `database.validation-timeout` | `5s` | `1s` | `2s` |
        | `database.statement-timeout` | `5m` | `1m` | `1m` |

        A writer needs one connection for each course that is sent at once, and one for questions.
        Nothing that the mirror keeps in a connection outlives a statement, so that a pooler in
        transaction mode serves; no option is needed for it. Commands hold two connections at most.

        ## For the launcher

        `JAVA_HOME` names the JDK; `CREATOROS_JAVA_OPTS` adds options for the Java virtual machine.
        """);
    return text.toString();
  }

  private static String variables(Setting setting) {
    return setting.variables().stream()
        .map(name -> "`" + name + "`")
        .collect(Collectors.joining(", "));
  }

  private static String anchor(Setting setting) {
    return setting.key().replace(".", "");
  }

  private static String exitCodes() {
    StringBuilder text =
        new StringBuilder(
            """
            # Exit codes

            | code | name | meaning |
            |---|---|---|
            """);
    for (ExitCode code : ExitCode.values()) {
      text.append("| %d | `%s` | %s |\n".formatted(code.code(), code.name(), code.meaning()));
    }
    String order =
        ExitCode.PRECEDENCE.stream()
            .map(code -> String.valueOf(code.code()))
            .collect(Collectors.joining(", "));
    text.append(
        """

        When several apply, the first in this order is taken: %s.
        A process that is ended by a signal has the code of that signal, as usual: 143 for TERM.

        An error is printed on standard error as `error CODE: what and why`, with a line `next:` that
        names the command that goes on; with `--json` it is an object on standard output. Stack
        traces are shown with `--verbose` only.
        """
            .formatted(order));
    return text.toString();
  }

  private static CliEnvironment environment() {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return new CliEnvironment(
        InputStream.nullInputStream(),
        nowhere,
        nowhere,
        false,
        false,
        Map.of(),
        Path.of(""),
        request -> {
          throw new AssertionError(Arrays.toString(new Object[] {request}));
        });
  }

  private static Console console() {
    return new Console(environment(), false, false);
  }
}
