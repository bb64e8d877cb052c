package io.creatoros.core.brief;

import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.FileFindings;
import java.util.List;
import java.util.OptionalInt;

/** What a creator should know about a brief. */
final class BriefFindings {

  private final BriefForm form;
  private final BriefAnswers answers;
  private final Brief brief;
  private final FileFindings findings;

  BriefFindings(FileFindings findings, BriefForm form, BriefAnswers answers, Brief brief) {
    this.findings = findings;
    this.form = form;
    this.answers = answers;
    this.brief = brief;
  }

  /** All findings; of a form that nobody filled in, this alone. */
  List<CourseFinding> all() {
    Blanks blanks = Blanks.of(form);
    if (blanks.isWholeForm() && brief.title().isEmpty()) {
      add(
          FindingCode.BRIEF_NOT_FILLED_IN,
          blanks.firstLine(),
          "the brief is still an empty form: "
              + blanks.count()
              + " of its "
              + blanks.asked()
              + " fields are open, the title too",
          "fill it in; begin with title, slug, duration and objectives");
      return findings.all();
    }
    missing();
    open(blanks);
    slug();
    persona();
    Contradictions.of(form, answers, brief)
        .forEach(c -> add(FindingCode.BRIEF_CONTRADICTS_ITSELF, c.line(), c.message(), c.remedy()));
    return findings.all();
  }

  private void missing() {
    if (brief.title().isEmpty()) {
      missing(
          FindingCode.BRIEF_WITHOUT_TITLE,
          Question.TITLE,
          "gives no title",
          "write it under \"Título do Curso\"");
    }
    if (brief.objectives().isEmpty()) {
      missing(
          FindingCode.BRIEF_WITHOUT_OBJECTIVES,
          Question.OBJECTIVES,
          "gives no learning objectives",
          "list what a learner can do after the course, under \"Objetivos de Aprendizagem\"");
    }
    if (brief.durationHours().isEmpty()) {
      missing(
          FindingCode.BRIEF_WITHOUT_DURATION,
          Question.DURATION,
          "does not tell how long the course takes, in hours or minutes",
          "write it under \"Duração total\", such as: 3 horas");
    }
    if (brief.icp().pains().isEmpty()) {
      missing(
          FindingCode.BRIEF_WITHOUT_PAINS,
          Question.PAINS,
          "does not tell what hurts the learners",
          "list their pains under \"Dores\"");
    }
  }

  private void missing(FindingCode code, Question question, String what, String remedy) {
    OptionalInt line = form.fields(question).stream().limit(1).mapToInt(Field::line).findFirst();
    add(code, line, "the brief " + what, remedy);
  }

  private void open(Blanks blanks) {
    if (blanks.count() > 0) {
      String fields = blanks.count() == 1 ? "1 field is" : blanks.count() + " fields are";
      add(
          FindingCode.BRIEF_FIELDS_OPEN,
          blanks.firstLine(),
          fields + " still open, the first is \"" + blanks.firstLabel() + "\"",
          "fill in or delete what the form printed");
    }
  }

  private void slug() {
    form.text(Question.SLUG)
        .filter(slug -> !Slug.isUsable(slug))
        .ifPresent(
            slug ->
                add(
                    FindingCode.BRIEF_SLUG_UNUSABLE,
                    form.fields(Question.SLUG).stream().limit(1).mapToInt(Field::line).findFirst(),
                    "\""
                        + shown(slug)
                        + "\" cannot be a slug: it may hold small letters without accents, digits"
                        + " and hyphens",
                    "write a slug such as: " + Slug.from(slug)));
  }

  private void persona() {
    OptionalInt line = PersonaAnswers.of(form).lineWithoutSlug();
    if (line.isPresent()) {
      add(
          FindingCode.BRIEF_PERSONA_WITHOUT_SLUG,
          line,
          "a persona is switched on, but no usable slug tells which",
          "write its slug as mind_slug under mmos_persona, or set enabled: false");
    }
  }

  private void add(FindingCode code, OptionalInt line, String message, String remedy) {
    if (line.isPresent()) {
      findings.add(code, line.getAsInt(), message, remedy);
    } else {
      findings.add(code, message, remedy);
    }
  }

  private static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 59) + "…";
  }
}
