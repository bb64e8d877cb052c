package io.creatoros.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "persist",
    description = {
      "Store what a program made: as files of the course, and in the mirror if db-persist is on.",
      "Ends with 0 once the files are safe, whatever the mirror says."
    },
    subcommands = {
      PersistBriefCommand.class,
      PersistCurriculumCommand.class,
      PersistResearchCommand.class,
      PersistLessonCommand.class,
      PersistLessonsCommand.class,
      PersistScoreCommand.class
    })
final class PersistCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
