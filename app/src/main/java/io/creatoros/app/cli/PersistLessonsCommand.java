package io.creatoros.app.cli;

import io.creatoros.core.persist.LessonDraft;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "lessons",
    description = {
      "Store several lessons together: a reader of the mirror sees all of them or none.",
      "They are given as a JSON array, on standard input unless a file is named."
    },
    footer = {
      "",
      "An element has label and markdown, or file (a path seen from the current folder) in its"
          + " place, and may have",
      "title, slug, voiceFidelity, status, generationSeconds, generationCostUsd, retries and"
          + " provenance (an object",
      "of texts). When an element is wrong, nothing is written."
    })
final class PersistLessonsCommand extends PersistingCommand {

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "The JSON array; - for standard input.")
  private Optional<String> file = Optional.empty();

  @Override
  Writing read(TextInput input) {
    String json = input.of(orStandardInput(file)).orElseThrow();
    List<LessonDraft> lessons = new LessonsJson(input).read(json);
    return (persister, course) -> persister.persistLessons(course, lessons);
  }
}
