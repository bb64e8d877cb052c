package io.creatoros.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "members",
    description = "Say who may read and write the courses of a project in the mirror.",
    subcommands = {MembersListCommand.class, MembersAddCommand.class, MembersRemoveCommand.class})
final class MembersCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
