package io.creatoros.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "db",
    description = "Look after the database: the embedded server, queries, backups.",
    subcommands = {
      DbStartCommand.class,
      DbStopCommand.class,
      DbStatusCommand.class,
      DbUrlCommand.class,
      DbQueryCommand.class,
      DbPsqlCommand.class,
      DbBackupCommand.class,
      DbRestoreCommand.class
    })
final class DbCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
