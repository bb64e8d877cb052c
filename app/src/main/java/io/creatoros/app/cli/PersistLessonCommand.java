package io.creatoros.app.cli;

import io.creatoros.core.lesson.LessonLabels;
import io.creatoros.core.persist.LessonDraft;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "lesson",
    description = {
      "Store a lesson in Markdown, from standard input unless a file is named.",
      "A file that has this label already is updated where it lies. What is not given stays as it"
          + " is."
    })
final class PersistLessonCommand extends PersistingCommand {

  @Parameters(
      paramLabel = "LABEL",
      index = "1",
      description = "The lesson's place in the course, such as 1.2, 4A.1 or 2.1-mac.")
  private String label = "";

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "The lesson, stored exactly as it is; - for standard input.")
  private Optional<String> file = Optional.empty();

  @Option(
      names = "--title",
      paramLabel = "TITLE",
      description = "Names a new file; without it, the title that the text tells.")
  private Optional<String> title = Optional.empty();

  @Option(
      names = "--slug",
      paramLabel = "SLUG",
      description = "The rest of a new file's name after the label.")
  private Optional<String> slug = Optional.empty();

  @Option(
      names = "--fidelity",
      paramLabel = "RATIO",
      description = "How close the voice came, from 0 to 1.")
  private Optional<BigDecimal> fidelity = Optional.empty();

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "draft, reviewed, published or archived.")
  private Optional<String> status = Optional.empty();

  @Option(
      names = "--seconds",
      paramLabel = "SECONDS",
      description = "How long it took to generate.")
  private Optional<BigDecimal> seconds = Optional.empty();

  @Option(
      names = "--cost-usd",
      paramLabel = "DOLLARS",
      description = "What it cost to generate, in US dollars.")
  private Optional<BigDecimal> cost = Optional.empty();

  @Option(
      names = "--retries",
      paramLabel = "NUMBER",
      description = "How often its generation was retried.")
  private Optional<Integer> retries = Optional.empty();

  @Option(
      names = "--provenance",
      paramLabel = "NAME=TEXT",
      description = "How the lesson came to be, such as model=m-1; may be given several times.")
  private Map<String, String> provenance = new LinkedHashMap<>();

  @Override
  Writing read(TextInput input) {
    LessonDraft draft =
        new LessonDraft(
            LessonLabels.parse(label),
            input.of(orStandardInput(file)).orElseThrow(),
            title,
            slug,
            fidelity,
            status,
            seconds,
            cost,
            retries,
            provenance);
    return (persister, course) -> persister.persistLesson(course, draft);
  }
}
