package io.creatoros.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints results, talk and failures, for people or as JSON. */
final class Console {

  /** The version of the JSON that commands print. */
  static final String SCHEMA = "creatoros/1";

  private final CliEnvironment environment;
  private final boolean json;
  private final boolean verbose;

  Console(CliEnvironment environment, boolean json, boolean verbose) {
    this.environment = environment;
    this.json = json;
    this.verbose = verbose;
  }

  PrintWriter out() {
    return environment.out();
  }

  PrintWriter err() {
    return environment.err();
  }

  /** Whether to use colour on {@code out}. */
  boolean colour() {
    return environment.outIsTerminal()
        && environment.variables().getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.variables().getOrDefault("TERM", "").equals("dumb");
  }

  /** Whether to show progress that overwrites itself on {@code err}. */
  boolean animated() {
    return environment.errIsTerminal()
        && !json
        && !environment.variables().getOrDefault("TERM", "").equals("dumb");
  }

  /** Says something to a person; JSON readers are spared. */
  void talk(String line) {
    if (!json) {
      err().println(Text.visible(line));
    }
  }

  /** Prints what a command has to say and returns the exit code. */
  int print(String command, Outcome outcome) {
    if (json) {
      Map<String, Object> object = header(command, outcome.code());
      object.putAll(outcome.data());
      out().println(Json.write(object));
    } else {
      outcome.lines().forEach(line -> out().println(Text.visible(line)));
      out().flush();
      outcome.talk().forEach(this::talk);
    }
    return outcome.code().code();
  }

  /** Reports a failure and returns the exit code. */
  int fail(Failure failure) {
    if (json) {
      Map<String, Object> object = header("", failure.exit());
      object.remove("command");
      object.put("error", failure.toJson());
      out().println(Json.write(object));
    } else {
      failure.lines().forEach(line -> err().println(Text.visible(line)));
    }
    if (verbose) {
      failure.cause().printStackTrace(err());
    }
    return failure.exit().code();
  }

  /** Prints one of several things that a command has to say: JSON in one line, or text. */
  void event(String command, Map<String, ?> data, List<String> lines) {
    if (json) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("schema", SCHEMA);
      object.put("command", command);
      object.putAll(data);
      out().println(Json.writeLine(object));
    } else {
      lines.forEach(line -> out().println(Text.visible(line)));
    }
    out().flush();
  }

  /** Whether a person sees what is printed. */
  boolean isTerminal() {
    return environment.outIsTerminal();
  }

  private static Map<String, Object> header(String command, ExitCode code) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("schema", SCHEMA);
    object.put("command", command);
    object.put("exitCode", code.code());
    object.put("result", code.name());
    return object;
  }
}
