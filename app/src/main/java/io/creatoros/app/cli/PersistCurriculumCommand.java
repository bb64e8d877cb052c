package io.creatoros.app.cli;

import io.creatoros.core.persist.MetadataDraft;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "curriculum",
    description = {
      "Store a course's curriculum in YAML, from standard input unless a file is named.",
      "With --outline alone only the outline is stored."
    })
final class PersistCurriculumCommand extends PersistingCommand {

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "The curriculum, stored exactly as it is; - for standard input.")
  private Optional<String> file = Optional.empty();

  @Option(
      names = "--outline",
      paramLabel = "FILE",
      description = "The outline in Markdown, stored exactly as it is; - for standard input.")
  private Optional<String> outline = Optional.empty();

  @Override
  Writing read(TextInput input) {
    Optional<String> curriculum = outline.isPresent() ? file : orStandardInput(file);
    MetadataDraft draft =
        new MetadataDraft(Optional.empty(), input.of(curriculum), input.of(outline));
    return (persister, course) -> persister.persistMetadata(course, draft);
  }
}
