package io.creatoros.app.cli;

import io.creatoros.core.course.Sha256;
import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.lesson.LessonLabels;
import io.creatoros.core.persist.LessonVerdict;
import io.creatoros.core.record.Review;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "score",
    description = {
      "Store how close the voice of a course or of a lesson came, or a reviewer's verdict on a"
          + " lesson.",
      "A verdict stands while the lesson has the bytes that were judged."
    })
final class PersistScoreCommand extends PersistingCommand {

  private static final Set<String> SEVERITIES = Set.of("error", "warning", "info");
  private static final String SEVERITY = "warning";
  private static final String CATEGORY = "general";

  @Parameters(
      paramLabel = "LABEL",
      index = "1",
      arity = "0..1",
      description = "The lesson's label, such as 1.2; without it the course is meant.")
  private Optional<String> label = Optional.empty();

  @Option(
      names = "--fidelity",
      paramLabel = "RATIO",
      description = "How close the voice came, from 0 to 1.")
  private Optional<BigDecimal> fidelity = Optional.empty();

  @Option(
      names = "--verdict",
      paramLabel = "VERDICT",
      description = "What the reviewer decided: passed, warning or failed.")
  private Optional<String> verdict = Optional.empty();

  @Option(
      names = "--issue",
      paramLabel = "TEXT",
      description =
          "What the reviewer found, after error:, warning: or info: if need be; may be given"
              + " several times.")
  private List<String> issues = List.of();

  @Option(names = "--reviewer", paramLabel = "NAME", description = "Who judged.")
  private Optional<String> reviewer = Optional.empty();

  @Option(
      names = "--judged",
      paramLabel = "SHA256",
      description = "The hash of the bytes that were judged; without it, those the lesson has now.")
  private Optional<String> judged = Optional.empty();

  @Override
  Writing read(TextInput input) {
    if (fidelity.isPresent() == verdict.isPresent()) {
      throw new IllegalArgumentException("score needs --fidelity or --verdict, and not both");
    }
    Optional<LessonLabel> lesson = label.map(LessonLabels::parse);
    return fidelity
        .map(ratio -> ofFidelity(lesson, ratio))
        .orElseGet(
            () ->
                ofVerdict(
                    lesson.orElseThrow(
                        () -> new IllegalArgumentException("--verdict needs a LABEL"))));
  }

  private Writing ofFidelity(Optional<LessonLabel> lesson, BigDecimal ratio) {
    if (!issues.isEmpty() || reviewer.isPresent() || judged.isPresent()) {
      throw new IllegalArgumentException("--issue, --reviewer and --judged go with --verdict");
    }
    if (ratio.signum() < 0 || ratio.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "--fidelity is " + ratio.toPlainString() + ", not a number from 0 to 1");
    }
    return (persister, course) ->
        lesson
            .map(of -> persister.updateVoiceFidelity(course, of, ratio))
            .orElseGet(() -> persister.updateVoiceFidelity(course, ratio));
  }

  private Writing ofVerdict(LessonLabel lesson) {
    LessonVerdict given =
        new LessonVerdict(
            verdict.orElseThrow(),
            issues.stream().map(PersistScoreCommand::issue).toList(),
            reviewer,
            judged.map(Sha256::new));
    return (persister, course) -> persister.updateLessonValidation(course, lesson, given);
  }

  /** What is judged has to be there, unless its hash is told. */
  @Override
  boolean needsCourse() {
    return verdict.isPresent() && judged.isEmpty();
  }

  private static Review.Issue issue(String text) {
    int colon = text.indexOf(':');
    String first = colon < 0 ? "" : text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    return SEVERITIES.contains(first)
        ? new Review.Issue(text.substring(colon + 1), first, CATEGORY)
        : new Review.Issue(text, SEVERITY, CATEGORY);
  }
}
