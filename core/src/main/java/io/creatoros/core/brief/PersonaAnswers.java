package io.creatoros.core.brief;

import io.creatoros.core.reading.Fidelity;
import io.creatoros.core.text.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The persona that a brief asks for: by its front matter, else by the box that is ticked.
 *
 * @param persona the persona; absent if none is asked for, or its slug is missing
 * @param lineWithoutSlug where a persona is asked for without a slug
 */
record PersonaAnswers(Optional<Brief.Persona> persona, OptionalInt lineWithoutSlug) {

  private static final List<String> NO = List.of("false", "no", "nao", "não", "off", "0");
  private static final String[] MAPS = {"mmos_persona", "persona"};

  static PersonaAnswers of(BriefForm form) {
    Optional<Value> declared = form.frontMatter(MAPS);
    if (declared.isPresent() && isOff(declared.get())) {
      return new PersonaAnswers(Optional.empty(), OptionalInt.empty());
    }
    Optional<Brief.Persona> persona =
        declared.flatMap(value -> declared(value, form)).or(() -> ticked(form));
    OptionalInt line = persona.isPresent() ? OptionalInt.empty() : lineWithoutSlug(declared, form);
    return new PersonaAnswers(persona, line);
  }

  private static Optional<Brief.Persona> declared(Value value, BriefForm form) {
    Optional<String> slug =
        Slug.usable(
            value
                .get("mind_slug", "persona_slug", "slug")
                .flatMap(BriefForm::scalar)
                .or(() -> BriefForm.scalar(value)));
    Optional<String> name =
        value.get("mind_name", "persona_name", "name").flatMap(BriefForm::scalar);
    Optional<BigDecimal> target =
        value
            .text("fidelity_target", "voice_fidelity_target")
            .flatMap(Fidelity::of)
            .or(() -> fidelity(form));
    return slug.map(known -> new Brief.Persona(known, name, target));
  }

  private static Optional<Brief.Persona> ticked(BriefForm form) {
    return yes(form)
        .flatMap(text -> Slug.usable(afterColon(text)))
        .map(slug -> new Brief.Persona(slug, Optional.empty(), fidelity(form)));
  }

  /** The ticked box that says yes. */
  private static Optional<String> yes(BriefForm form) {
    return form.answers(Question.PERSONA).stream()
        .flatMap(answer -> answer.ticked().stream())
        .filter(text -> List.of("sim", "yes").contains(Label.normal(text).split(" ")[0]))
        .findFirst();
  }

  private static Optional<String> afterColon(String text) {
    int colon = text.lastIndexOf(':');
    return colon < 0 ? Optional.empty() : Optional.of(text.substring(colon + 1).strip());
  }

  private static Optional<BigDecimal> fidelity(BriefForm form) {
    return form.answers(Question.FIDELITY).stream()
        .flatMap(answer -> answer.lines().stream())
        .flatMap(line -> Fidelity.of(line.text()).stream())
        .findFirst();
  }

  private static boolean isOff(Value value) {
    return value
        .text("enabled")
        .map(text -> NO.contains(text.toLowerCase(Locale.ROOT)))
        .orElse(false);
  }

  private static OptionalInt lineWithoutSlug(Optional<Value> declared, BriefForm form) {
    boolean on =
        declared.flatMap(value -> value.text("enabled")).filter(t -> !Blank.is(t)).isPresent();
    if (on) {
      return OptionalInt.of(declared.get().line());
    }
    return yes(form).filter(text -> Label.normal(text).contains("mind")).isPresent()
        ? OptionalInt.of(form.fields(Question.PERSONA).get(0).line())
        : OptionalInt.empty();
  }
}
