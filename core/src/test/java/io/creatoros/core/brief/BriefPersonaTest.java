package io.creatoros.core.brief;

import static io.creatoros.core.brief.Briefs.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose voice a brief asks for, and what that voice is like. */
class BriefPersonaTest {

  @Test
  void readShouldTellVoiceAndPersonaWhenFormIsFilledIn() {
    Brief brief = read(Briefs.COMPLETE);

    assertThat(brief.persona())
        .contains(
            new Brief.Persona(
                "ana_prado", Optional.of("Ana Prado"), Optional.of(new BigDecimal("0.9"))));
    assertThat(brief.voice())
        .containsExactly(
            entry("tone", List.of("Casual", "Didático")),
            entry("traits", List.of("Paciente", "Direta")),
            entry("phrases", List.of("Deixe a massa dormir")),
            entry("never", List.of("Nunca apressa a massa")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "enabled: false|mind_slug: ana; ''",
        "enabled: true|mind_slug: ana; ana",
        "enabled: true|persona_slug: ana_prado; ana_prado",
        "enabled: true|slug: ana; ana",
        "mind_slug: ana; ana",
        "enabled: true|mind_slug: null; ''",
        "enabled: true|mind_slug: [AUTO-PREENCHIDO]; ''"
      })
  void readShouldTellPersonaWhenFrontMatterAsksForIt(String keys, String slug) {
    Brief brief = read("---\nmmos_persona:\n  " + keys.replace("|", "\n  ") + "\n---\n# Brief\n");

    assertThat(brief.persona().map(Brief.Persona::slug).orElse("")).isEqualTo(slug);
  }

  @Test
  void readShouldTellPersonaWhenBoxIsTicked() {
    Brief brief =
        read(
            """
            ## 4. Voz

            **Usar clone MMOS como instrutor?**
            ```
            [X] SIM - Usar mind do MMOS: ana_prado
            [ ] NÃO - Voz neutra
            ```

            **Se usar MMOS mind, validação de fidelidade:**
            ```
            [X] Aplicar fidelity score (target: 85%+)
            ```
            """);

    assertThat(brief.persona())
        .contains(
            new Brief.Persona("ana_prado", Optional.empty(), Optional.of(new BigDecimal("0.85"))));
  }
}
