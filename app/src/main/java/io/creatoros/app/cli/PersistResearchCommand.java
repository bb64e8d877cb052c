package io.creatoros.app.cli;

import io.creatoros.core.persist.ResearchDraft;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "research",
    description = {
      "Store reports of market research in Markdown, exactly as they are.",
      "What is not given stays as it is. A FILE may be - for standard input."
    })
final class PersistResearchCommand extends PersistingCommand {

  @Option(
      names = "--market-analysis",
      paramLabel = "FILE",
      description = "The analysis of the market.")
  private Optional<String> marketAnalysis = Optional.empty();

  @Option(
      names = "--content-gaps",
      paramLabel = "FILE",
      description = "What courses of others leave out.")
  private Optional<String> contentGaps = Optional.empty();

  @Option(
      names = "--differentiation",
      paramLabel = "FILE",
      description = "How this course differs.")
  private Optional<String> differentiation = Optional.empty();

  @Option(names = "--sources", paramLabel = "FILE", description = "The list of sources.")
  private Optional<String> sources = Optional.empty();

  @Option(
      names = "--competitors",
      paramLabel = "NUMBER",
      description = "How many competitors were analysed; counts where no report tells.")
  private Optional<Integer> competitors = Optional.empty();

  @Override
  Writing read(TextInput input) {
    ResearchDraft draft =
        new ResearchDraft(
            input.of(marketAnalysis),
            input.of(contentGaps),
            input.of(differentiation),
            input.of(sources),
            competitors);
    return (persister, course) -> persister.persistResearch(course, draft);
  }
}
