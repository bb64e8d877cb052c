package io.creatoros.app.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The reference of the command line, written from the commands. */
final class CliReference {

  private final CommandSpec root;
  private final List<String> lines = new ArrayList<>();

  CliReference(CommandLine root) {
    this.root = root.getCommandSpec();
  }

  String markdown() {
    lines.add("# Command line");
    lines.add("");
    lines.add(
        "Data goes to standard output, talk and progress to standard error. Nothing moves and");
    lines.add(
        "nothing is coloured unless a terminal shows it; `NO_COLOR` is honoured. Exit codes:");
    lines.add("[exit-codes.md](exit-codes.md). Settings: [configuration.md](configuration.md).");
    lines.add("");
    lines.add("Each command takes these options:");
    lines.add("");
    root.options().stream().filter(OptionSpec::inherited).forEach(this::option);
    root.options().stream()
        .filter(option -> option.scopeType() == CommandLine.ScopeType.INHERIT)
        .filter(option -> !option.inherited())
        .forEach(this::option);
    commands(root);
    json();
    return String.join("\n", lines) + "\n";
  }

  private void commands(CommandSpec parent) {
    parent.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> !command.usageMessage().hidden())
        .forEach(
            command -> {
              command(command);
              commands(command);
            });
  }

  private void command(CommandSpec command) {
    lines.add("");
    lines.add("## " + command.qualifiedName());
    lines.add("");
    lines.add("`" + synopsis(command) + "`");
    lines.add("");
    lines.add(String.join(" ", command.usageMessage().description()));
    List<OptionSpec> own =
        command.options().stream().filter(option -> !option.inherited()).toList();
    if (!command.positionalParameters().isEmpty() || !own.isEmpty()) {
      lines.add("");
    }
    command.positionalParameters().forEach(this::parameter);
    own.forEach(this::option);
    for (String line : command.usageMessage().footer()) {
      lines.add(line);
    }
  }

  private static String synopsis(CommandSpec command) {
    StringBuilder synopsis = new StringBuilder(command.qualifiedName());
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      boolean optional = parameter.arity().min() == 0;
      boolean many = parameter.arity().max() > 1;
      synopsis
          .append(optional ? " [" : " ")
          .append(parameter.paramLabel())
          .append(many ? "…" : "")
          .append(optional ? "]" : "");
    }
    for (OptionSpec option : command.options()) {
      if (!option.inherited()) {
        synopsis.append(" [").append(flag(option)).append(']');
      }
    }
    return synopsis.toString();
  }

  private static String flag(OptionSpec option) {
    String names = option.longestName();
    if (option.arity().max() == 0) {
      return names;
    }
    String label = option.paramLabel() + (option.arity().max() > 1 ? "…" : "");
    return names + (option.arity().min() == 0 ? "[=" + label + "]" : " " + label);
  }

  private void option(OptionSpec option) {
    String names =
        option.names().length > 1 ? option.shortestName() + "`, `" + flag(option) : flag(option);
    lines.add("- `" + names + "`: " + String.join(" ", option.description()));
  }

  private void parameter(PositionalParamSpec parameter) {
    lines.add("- `" + parameter.paramLabel() + "`: " + String.join(" ", parameter.description()));
  }

  private void json() {
    lines.add("");
    lines.addAll(JSON.lines().toList());
  }

  private static final String JSON =
      """
      ## JSON

      With `--json` a command prints exactly one object on standard output, and nothing on standard
      error. Its `schema` is `creatoros/1`. Within a version fields may be added; none is removed,
      renamed or given another meaning. Absent values are `null`, times are ISO 8601 in UTC, sizes
      are bytes, paths use `/`.

      | field | in | meaning |
      |---|---|---|
      | `schema` | all | `creatoros/1` |
      | `command` | all but errors | the command: `sync`, `db query` |
      | `exitCode`, `result` | all | the exit code and its name: `0`, `DONE` |
      | `error` | errors | an object of `code`, `message`, `details` (a list) and `next` |
      | `verdict` | `sync`, `status`, `pull` | `EQUAL` or `NOT_EQUAL`; `verify`: `EQUAL`, `DIFFERENT` or `INCONCLUSIVE` |
      | `next` | `sync`, `status`, `verify`, `pull`, `show`, `findings`, `schema check`, `courses split`, `courses join` | the command that goes on from here; empty when nothing is open |
      | `courses` | `sync`, `status`, `pull`, `courses`, `findings` | a list, one object for each course, ordered |
      | `project` | `courses` | the project whose courses are listed |
      | `dryRun` | `sync` | whether nothing was to be written |
      | `elsewhere` | `sync`, `status`, `verify` | courses that the mirror holds and this workspace never had; they were not looked at |
      | `checks` | `verify` | one object, or with `--against` two, each of `of` (what was checked), `verdict`, `at`, `mirror`, `files`, `bytes`, `unstored`, `rowsEqual` (typed rows found equal) and `courses` |

      A course of `sync` and `status` has `course`, `equal`, `files`, `unstored`, `written`,
      `deleted`, `taken`, `bytesSent`, `revision`, `restored`, `open` (objects of `path`, `verdict`,
      `symbol`, `reason`), `unseen` (what of the folder could not be seen: `path`, `reason`),
      `projected` (whether typed rows were brought up to date without a file being written),
      `rowsOwed` (why typed rows are not up to date), `refused` (typed rows that the database does
      not take; their files are stored: `table`, `path`, `code`, `reason`), `edits`
      (edits made by hand in the mirror: `number`, `table`, `operation`, `path`, `hash`, `at`, `by`),
      `kept` (where losing versions were kept),
      `firstContact` (`origin`, `equal`, `here`, `there`), `guard` (`code`, `reason`, `next`) and
      `failure` (`code`, `message`, `next`). `status` adds `verified` (`at`, `verdict`, `revision`),
      with `--files` also `paths`; with `--ignored` the object has `ignored` (`path`, `reason`,
      `rule`).

      A course of `verify` has `course`, `verdict`, `revision`, `files`, `bytes`, `unstored`,
      `onlyIn`, `reasons`, `findings` (`path`, `how`, `place`, `reference`, `detail`), `rowsEqual`,
      `rows` (typed rows that differ: `table`, `path`, `how`, `columns`, each of `column`, `files`
      and `mirror`, and `detail`) and `failure`.
      A course of `pull` has `course`, `equal`, `revision`, `files`, `bytes`, `firstContact`,
      `restored`, `guard`, `failure` and `paths` (`path`, `outcome`, `keptAt`, `code`, `reason`). A
      course of `courses` has `course`, `revision`, `files`, `bytes`, `origin` and `typedRows`, which
      tells whether anything was read of it; if so, also what `show` has of a course.

      Scores go from 0 to 1; those of lessons that were not scored are `null`. `show` has `course`,
      `title`, `slug`, `persona`, `fidelity` and `fidelityTarget` (how close the voice came, and
      should come), `status`, `keywords`, `type`, `tool`, `level`, `language`, `modules` and `lessons`
      (how many), `plannedLessons`, `words`, `averageGps`, `averageDidatica`, `validation` (`passed`,
      `warning`, `failed`, `unscored`), `errors` and `warnings` (findings), `moduleList`
      (`moduleNumber`, `moduleTitle`, `lessons`, `words`, `averageGps`, `averageDidatica`,
      `validation`), `revision`, `files`, `bytes`, `origin` and `verified`. `lessons` has `course`,
      `all` (how many the course has) and `lessons`: objects of `path`, `lessonId` (its label as
      written), `moduleNumber`, `lessonNumber`, `moduleTitle`, `title`, `words`, `gps`, `didatica`,
      `validation` (`passed`, `warning`, `failed`), `issues`, `bloomLevel`, `durationMinutes` and
      `status`. `search` has `words` and `hits`: `course`, `lesson` (such an object) and `excerpt`.
      `stats` has `courses`, `modules`, `lessons`, `words`, `coverage` (`planned`; `written`, in the
      folders of this workspace; `synced`), `validation`, `gps` and `didatica` (`points`, `lessons`;
      for Didática by tens, 60 standing for 60 to 69) and `personas` (`persona`, `courses`,
      `lessons`, `averageGps`, `averageDidatica`, `averageFidelity`).

      `findings` has `errors`, `warnings`, `notes` and `courses`, each of `course` and `findings`:
      `code` (see [findings.md](findings.md)), `severity` (`error`, `warning`, `info`), `path` (empty
      for the course as a whole), `line`, `message` and `remedy`. `export` has `course` and `export`,
      an object by table and column; with `--output` it has `file` and `bytes` instead.

      The other commands: `courses move` has `from` and `to`; `courses split` and `courses join` have
      `folder`, `courses` (the paths of the courses), `dryRun`, `file`, `removed` and `added` (lines
      of the file); `schema check` has `server` and `differences` (`kind`, `name`, `difference`);
      `migrate` has `server`, `state`,
      `expected`, `applied`, `pending` and `appliedNow`; `db start` and `db status` have `running`,
      `kept`, `pid`, `port`, `home` and `log`; `db stop` has `stopped`; `db url` has `url`; `db
      query` has `columns`, `rows` (objects by column, values as text), `affected` and `more`; `db
      psql` has `psql` or `url`; `db backup` and `db restore` have `file`, `bytes`,
      `schemaVersion`, `mirror` and `rows` (by table); `config` has `workspace`, `origin`, `mirror`
      and `settings` (`key`, `value`, `source`, `name`); `init` has `workspace`; `completion` has
      `script`.
      """;
}
