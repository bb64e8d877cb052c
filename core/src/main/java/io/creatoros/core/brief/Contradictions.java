package io.creatoros.core.brief;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where a brief says one thing here and another there. */
final class Contradictions {

  private static final BigDecimal TOLERANCE = new BigDecimal("0.25");

  private final BriefForm form;
  private final List<Contradiction> found = new ArrayList<>();

  private Contradictions(BriefForm form) {
    this.form = form;
  }

  /** A contradiction, its line and what to do. */
  record Contradiction(OptionalInt line, String message, String remedy) {}

  static List<Contradiction> of(BriefForm form, BriefAnswers answers, Brief brief) {
    Contradictions contradictions = new Contradictions(form);
    Planned planned = Planned.of(form);
    contradictions.slugs();
    contradictions.counts("modules", Question.MODULES, brief.modules(), planned.modules());
    contradictions.counts("lessons", Question.LESSONS, brief.lessons(), planned.lessons());
    contradictions.hours(answers.duration(), planned.hours());
    return contradictions.found;
  }

  private void slugs() {
    Optional<String> labelled = form.labelled(Question.SLUG);
    Optional<String> declared = form.declared(Question.SLUG);
    if (labelled.isPresent() && declared.isPresent() && !labelled.equals(declared)) {
      add(
          Question.SLUG,
          "the slug is \""
              + labelled.get()
              + "\" here and \""
              + declared.get()
              + "\" in the front matter",
          "write the same slug in both places");
    }
  }

  private void counts(
      String what, Question question, Optional<Integer> said, Optional<Integer> listed) {
    if (said.isPresent() && listed.isPresent() && !said.equals(listed)) {
      add(
          question,
          "the brief says " + said.get() + " " + what + " and lists " + listed.get(),
          "correct the number or the list");
    }
  }

  private void hours(Optional<Duration> said, Optional<BigDecimal> listed) {
    if (said.isPresent() && listed.isPresent()) {
      BigDecimal least = said.get().least().multiply(BigDecimal.ONE.subtract(TOLERANCE));
      BigDecimal most = said.get().most().multiply(BigDecimal.ONE.add(TOLERANCE));
      boolean fits = listed.get().compareTo(least) >= 0 && listed.get().compareTo(most) <= 0;
      if (!fits) {
        add(
            Question.DURATION,
            "the brief says "
                + said.get().shown()
                + " hours, but the lessons it lists take "
                + listed.get().stripTrailingZeros().toPlainString()
                + " hours together",
            "correct the duration or the minutes of the lessons");
      }
    }
  }

  private void add(Question question, String message, String remedy) {
    OptionalInt line = form.fields(question).stream().limit(1).mapToInt(Field::line).findFirst();
    found.add(new Contradiction(line, message, remedy));
  }
}
