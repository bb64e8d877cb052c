package io.creatoros.app.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands do alike: run, print, end with a code. */
abstract class AppCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  abstract Outcome run(CreatorOsCommand global) throws Exception;

  @Override
  public final Integer call() throws Exception {
    CommandSpec command = spec();
    CreatorOsCommand global = (CreatorOsCommand) command.root().userObject();
    Outcome outcome = run(global);
    String name = command.qualifiedName(" ").substring(command.root().name().length()).strip();
    return print(global.console(), name, outcome);
  }

  /** Prints what the command has to say and returns the exit code. */
  int print(Console console, String name, Outcome outcome) {
    return console.print(name, outcome);
  }

  final CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("the command was not parsed");
    }
    return spec;
  }
}
