package io.creatoros.app.cli;

import io.creatoros.core.persist.CourseDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "brief",
    description = {
      "Store what a course is about: its brief, persona, keywords.",
      "What is not given stays as it is."
    })
final class PersistBriefCommand extends PersistingCommand {

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "The brief in Markdown, stored exactly as it is; - for standard input.")
  private Optional<String> file = Optional.empty();

  @Option(
      names = "--title",
      paramLabel = "TITLE",
      description = "The course's title, in place of a brief.")
  private Optional<String> title = Optional.empty();

  @Option(
      names = "--slug",
      paramLabel = "SLUG",
      description = "The course's slug, in place of a brief.")
  private Optional<String> slug = Optional.empty();

  @Option(
      names = "--persona",
      paramLabel = "SLUG",
      description = "The slug of the persona that the course is written with.")
  private Optional<String> persona = Optional.empty();

  @Option(names = "--persona-name", paramLabel = "NAME", description = "The persona's name.")
  private Optional<String> personaName = Optional.empty();

  @Option(
      names = "--keyword",
      paramLabel = "WORD",
      description = "A keyword; may be given several times, and replaces those given before.")
  private List<String> keywords = List.of();

  @Option(names = "--status", paramLabel = "STATUS", description = "draft, published or archived.")
  private Optional<String> status = Optional.empty();

  @Option(
      names = "--provenance",
      paramLabel = "NAME=TEXT",
      description = "How the course came to be, such as model=m-1; may be given several times.")
  private Map<String, String> provenance = new LinkedHashMap<>();

  @Override
  Writing read(TextInput input) {
    CourseDraft draft =
        new CourseDraft(
            title,
            slug,
            input.of(file),
            persona,
            personaName,
            Optional.of(keywords).filter(words -> !words.isEmpty()),
            status,
            provenance);
    return (persister, course) -> persister.persistCourse(course, draft);
  }
}
