package io.creatoros.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root command: holds what all commands have in common. */
@Command(
    name = "creatoros",
    description = {
      "Keeps course folders and a PostgreSQL mirror provably equal.",
      "The folder is the truth; the database is a projection of it."
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footer = {"", "Exit codes: docs/exit-codes.md. Settings: creatoros config."},
    versionProvider = Version.class,
    subcommands = {
      SyncCommand.class,
      StatusCommand.class,
      OwedCommand.class,
      PersistCommand.class,
      WatchCommand.class,
      VerifyCommand.class,
      PullCommand.class,
      CoursesCommand.class,
      ShowCommand.class,
      LessonsCommand.class,
      SearchCommand.class,
      StatsCommand.class,
      FindingsCommand.class,
      ExportCommand.class,
      MembersCommand.class,
      MigrateCommand.class,
      SchemaCommand.class,
      SecurityCommand.class,
      DbCommand.class,
      ConfigCommand.class,
      InitCommand.class,
      CompletionCommand.class,
      WarmUpCommand.class
    })
final class CreatorOsCommand implements Runnable {

  private final CliEnvironment environment;
  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  private boolean version;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print one JSON object (schema " + Console.SCHEMA + "), errors too.")
  private boolean json;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Say more; show the stack trace of an error.")
  private boolean verbose;

  @Option(
      names = {"-C", "--workspace"},
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The workspace, instead of the one that holds the paths or this folder.")
  private Optional<Path> workspace = Optional.empty();

  @Option(
      names = "--project",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "The project in the mirror; the same as --set project=NAME.")
  private Optional<String> project = Optional.empty();

  @Option(
      names = "--mirror",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description =
          "The mirror: postgres, postgrest, embedded, none, or the name of an adapter; the same as"
              + " --set mirror=NAME.")
  private Optional<String> mirror = Optional.empty();

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      arity = "0..1",
      fallbackValue = "1h",
      scope = ScopeType.INHERIT,
      description =
          "How long to wait for what another process holds, such as 30s; without TIME, an hour.")
  private Optional<String> patience = Optional.empty();

  @Option(
      names = "--metrics-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Put the meters of a command that writes into this file, for Prometheus.")
  private Optional<Path> metricsFile = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      scope = ScopeType.INHERIT,
      description = "Set any setting for this command. A password here is visible to other users.")
  private Map<String, String> settings = new LinkedHashMap<>();

  CreatorOsCommand(CliEnvironment environment, Console console) {
    this.environment = environment;
    this.console = console;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  CliEnvironment environment() {
    return environment;
  }

  Console console() {
    return console;
  }

  boolean verbose() {
    return verbose;
  }

  /** A file named on the command line, seen from the current folder. */
  Path file(Path file) {
    return environment.current().resolve(file);
  }

  Optional<Path> workspace() {
    return workspace;
  }

  /** The settings that flags give, by key. */
  Map<String, String> flags() {
    Map<String, String> flags = new LinkedHashMap<>(settings);
    project.ifPresent(name -> flags.put("project", name));
    mirror.ifPresent(name -> flags.put("mirror", name));
    metricsFile.map(this::file).ifPresent(file -> flags.put("metrics-file", file.toString()));
    patience.ifPresent(time -> flags.put("lock.wait", time));
    return flags;
  }
}
