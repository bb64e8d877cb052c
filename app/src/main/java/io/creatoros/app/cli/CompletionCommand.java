package io.creatoros.app.cli;

import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
    name = "completion",
    description = "Print the completion script for bash and zsh.",
    footer = {"", "Use it: source <(creatoros completion)"})
final class CompletionCommand extends AppCommand {

  @Override
  Outcome run(CreatorOsCommand global) {
    CommandLine root = spec().root().commandLine();
    String script = AutoComplete.bash(root.getCommandName(), root);
    return Outcome.done(Map.of("script", script), script.lines().toList());
  }
}
