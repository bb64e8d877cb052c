package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import io.creatoros.core.query.LessonHit;
import io.creatoros.core.query.LessonSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
    name = "search",
    description = {
      "Find lessons that hold all the words, best first; accents and endings do not matter.",
      "Put a phrase in quotes, and a hyphen before a word to leave out."
    })
final class SearchCommand extends SessionCommand {

  @Parameters(paramLabel = "WORDS", arity = "1..*", description = "What to look for.")
  private List<String> words = List.of();

  @Option(
      names = "--persona",
      paramLabel = "P",
      description = "Only in courses written with this persona.")
  private Optional<String> persona = Optional.empty();

  @Option(
      names = "--min-gps",
      paramLabel = "SCORE",
      description = "Only lessons with at least this GPS score, such as 0.67.")
  private Optional<Share> minGps = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "The most lessons to show (default: ${DEFAULT-VALUE}).",
      defaultValue = "20")
  private int limit;

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    String asked = asked();
    if (asked.isBlank()) {
      throw new ParameterException(spec().commandLine(), "WORDS are blank; say what to look for");
    }
    List<LessonHit> hits =
        session
            .queries()
            .search(new LessonSearch(asked, persona, minGps.map(Share::value), Math.max(1, limit)));
    List<String> lines = new ArrayList<>();
    hits.forEach(hit -> lines(hit, lines));
    lines.add(hits.isEmpty() ? nothing(asked) : Text.count(hits.size(), "lesson"));
    return Outcome.done(
        CourseJson.row("words", asked, "hits", hits.stream().map(SearchCommand::json).toList()),
        lines);
  }

  private String nothing(String asked) {
    return "no lesson"
        + persona.map(slug -> " of persona " + slug).orElse("")
        + minGps.map(least -> " with a GPS score of at least " + least.value()).orElse("")
        + " holds: "
        + asked;
  }

  /** The words as one text; an argument of several words is a phrase. */
  private String asked() {
    return words.size() == 1
        ? words.get(0)
        : String.join(
            " ", words.stream().map(word -> word.contains(" ") ? '"' + word + '"' : word).toList());
  }

  private static void lines(LessonHit hit, List<String> lines) {
    lines.add(
        hit.course()
            + hit.lesson().lessonId().map(id -> "  " + id).orElse("")
            + "  "
            + hit.lesson().title()
            + hit.lesson()
                .gps()
                .map(gps -> "  (GPS " + Text.score(Optional.of(gps)) + ")")
                .orElse(""));
    if (!hit.excerpt().isBlank()) {
      lines.add("    " + String.join(" ", hit.excerpt().strip().split("\\s+")));
    }
    lines.add("    " + hit.course() + "/" + hit.lesson().path());
    lines.add("");
  }

  private static Map<String, Object> json(LessonHit hit) {
    return CourseJson.row(
        "course", hit.course(),
        "lesson", OverviewJson.of(hit.lesson()),
        "excerpt", hit.excerpt());
  }
}
