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
      ## Persisting from other languages

      A generator calls `creatoros persist …` for what it made. The command ends with 0 once the
      files are safe in the course folder, whatever the mirror says, so that a script under `set -e`
      goes on; what the mirror does not have yet is owed, named in one `WARN` line, listed by
      `creatoros owed` and sent by `creatoros sync`. Whether the mirror is written at all is the
      setting `db-persist`, off by default. With `--require-mirror` the command ends with 0 only if
      the mirror has it; else with the code of what hindered it: 11 when `db-persist` is off or there
      is no mirror, 20 when it cannot be reached in time, 21, 22, 30 and so on.

      The embedded database starts and stops with each command. Once the files are safe the command
      waits for it to start, `embedded.patience` at most; only then `write-budget` begins. One that
      does not start costs neither the files nor the knowledge of what is owed. `creatoros db start`
      before a run of many commands keeps it running, which is faster.

      Values that cannot be, text that is no UTF-8, a standard input without a byte, and arrays that
      are wrong end with 2, and nothing is written; a label that two files claim ends with 15 and
      names both.

      `persist lessons` takes a JSON array. Each element is an object:

      | key | value |
      |---|---|
      | `label` | the lesson's place, needed: `"1.2"`, `"4A.1"`, `"2.1-mac"`; no two elements have the same |
      | `markdown` | its text; this or `file` is needed |
      | `file` | a file that holds its text, seen from the current folder |
      | `title`, `slug` | name a new file |
      | `voiceFidelity` | a number from 0 to 1 |
      | `status` | `draft`, `reviewed`, `published` or `archived` |
      | `generationSeconds`, `generationCostUsd` | numbers from 0 on |
      | `retries` | a whole number from 0 on |
      | `provenance` | an object of texts |

      ```sh
      creatoros persist lessons courses/coffee --file - <<'END'
      [
        {"label": "1.1", "markdown": "# Beans\\n\\n…", "voiceFidelity": 0.91, "retries": 1},
        {"label": "1.2", "file": "drafts/grind.md", "provenance": {"model": "m-1"}}
      ]
      END
      ```

      ## JSON

      With `--json` a command prints exactly one object on standard output, and nothing on standard
      error; `watch` prints one for each thing that it has to say, each in one line. The `schema` is
      `creatoros/1`. Within a version fields may be added; none is removed, renamed or given another
      meaning. Absent values are `null`, times are ISO 8601 in UTC, sizes are bytes, paths use `/`.

      | field | in | meaning |
      |---|---|---|
      | `schema` | all | `creatoros/1` |
      | `command` | all but errors | the command: `sync`, `db query` |
      | `exitCode`, `result` | all | the exit code and its name: `0`, `DONE` |
      | `error` | errors | an object of `code`, `message`, `details` (a list) and `next` |
      | `verdict` | `sync`, `status`, `pull` | `EQUAL` or `NOT_EQUAL`; `verify`: `EQUAL`, `DIFFERENT` or `INCONCLUSIVE` |
      | `next` | `sync`, `status`, `owed`, `watch`, `persist`, `verify`, `pull`, `show`, `findings`, `migrate`, `schema check`, `security audit`, `courses split`, `courses join` | the command that goes on from here; empty when nothing is open |
      | `courses` | `sync`, `status`, `owed`, `watch`, `pull`, `courses`, `findings` | a list, one object for each course, ordered |
      | `project` | `courses` | the project whose courses are listed |
      | `dbPersist`, `unsent` | `status`, `owed` | whether programs that write courses write to the mirror too; how many files are to be sent, or deleted there |
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

      `owed` has `owed` (how many files wait), `mirror` (whether there is one) and `courses`: those of
      which something waits, each with `course`, `files` (as `open` above), `unseen`, `rowsOwed`,
      `refused`, `firstContact`, `guard` and `failure`.

      `watch` has `event` and `at`. `synced` comes when a sync did something, or left something else
      open than before, and has `verdict`, `next` and `courses` (as `sync` has them; those with
      news); `down` has `code`, `message`, `details` and `next`, and comes once until `back`;
      `limited` has the same; `ended` has `syncs`, `written`, `deleted`, `exitCode` and `result`.

      The `persist` commands have `course`, `files` (`path`, `hash`, `changed`, and `kept`: where the
      version before was kept) and `mirror`: `outcome` (`APPLIED`, `PENDING`, `DISABLED`, `OWED`,
      `CONFLICT`, `REJECTED`), `revision`, `reason` (why it is owed: `UNAVAILABLE`, `TIMEOUT`,
      `SUSPENDED`, `BUSY`, `QUEUE_FULL`, `SCHEMA`, `PERMISSION`, `FIRST_CONTACT`, `CHANGING`,
      `REFUSED`), `code` and `message`.

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
      `security audit` has `server`, `exposed` (the schemas that an API serves), `rules` (how many were
      asked), `errors`, `warnings`, `notes` and `findings`: `rule`
      (see [security-audit.md](security-audit.md)), `severity` (`error`, `warning`, `info`),
      `category` (`security`, `performance`), `meaning`, `object`, `detail`, `remedy` (the SQL) and
      `before` (the rule whose finding of the same policy is to be mended first, before the audit is
      asked again; null when there is none);
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
