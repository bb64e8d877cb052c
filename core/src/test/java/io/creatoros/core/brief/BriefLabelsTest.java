package io.creatoros.core.brief;

import static io.creatoros.core.brief.Briefs.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the answer to a label is found, whichever way the two are written. */
class BriefLabelsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## 1️⃣ INFORMAÇÕES BÁSICAS DO CURSO",
        "## 1. ℹ️ INFORMAÇÕES BÁSICAS",
        "## 1. INFORMACOES BASICAS",
        "## Informações Gerais",
        "## 1. BASIC INFO",
        "Informações básicas\n---"
      })
  void readShouldFindAnswersWhenSectionIsHeaded(String heading) {
    Brief brief = read(heading + "\n\n**Título:** Pão\n\n**Nível:** intermediário a avançado\n");

    assertThat(brief.title()).contains("Pão");
    assertThat(brief.level()).contains("intermediate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "**Título do Curso:**\n```\nPão em Casa\n```",
        "**Título do Curso:** Pão em Casa",
        "**Título do Curso**: Pão em Casa",
        "📌 **TITULO DO CURSO (obrigatório):** Pão em Casa",
        "- **Título do Curso:** Pão em Casa",
        "* Título do curso: Pão em Casa",
        "- **Título do Curso:**\n  ```\n  Pão em Casa\n  ```",
        "### Título do Curso\n\nPão em Casa",
        "### Título do Curso: Pão em Casa",
        "| Campo | Valor |\n|---|---|\n| **Nome do Curso** | Pão em Casa |",
        "**Course Title:** \"Pão em Casa\""
      })
  void readShouldFindValueWhenItIsWritten(String field) {
    assertThat(read("# Brief\n\n## 1. Informações Básicas\n\n" + field + "\n").title())
        .contains("Pão em Casa");
  }

  @Test
  void readShouldPartLabelsWhenTheyShareLine() {
    Brief brief = read("# Pão\n\n**Versão:** 1.0 | **Status:** em revisão | **Duração:** 2h30\n");

    assertThat(brief.status()).contains("em revisão");
    assertThat(brief.durationHours()).contains(new BigDecimal("2.5"));
  }

  @Test
  void readShouldPreferLabelsWhenHeadingAsksTheSame() {
    Brief brief =
        read(
            """
            ## 5. PRECIFICAÇÃO
            - Preço: R$ 97
            - Em 12 vezes

            ```bash
            pay --now
            ```
            """);

    assertThat(brief.pricing()).contains("R$ 97");
  }

  @Test
  void readShouldTakeFirstSectionAsBasicsWhenItsHeadingIsTheTitle() {
    Brief brief = read("# COURSE BRIEF\n## Aula 47: Pão na Prática\n\n**Nível:** iniciante\n");

    assertThat(brief.title()).contains("Aula 47: Pão na Prática");
    assertThat(brief.level()).contains("beginner");
  }

  @Test
  void readShouldIgnoreHeadingsWhenTheyStandInCodeFences() {
    Brief brief =
        read(
            """
            ## 1. Informações Básicas

            **Exemplo de saída:**
            ```markdown
            # Not the title
            ## 2. Público-alvo
            **Nível:** avançado
            ```

            **Nível:** iniciante
            """);

    assertThat(brief.title()).isEmpty();
    assertThat(brief.level()).contains("beginner");
  }

  @Test
  void readShouldStripMarksWhenValueIsCode() {
    assertThat(read("# Pão\n\n**Slug:** `pao-em-casa`\n").slug()).contains("pao-em-casa");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Escreva o título exato do curso]\nExemplo: \"Clone Express\"",
        "_________",
        "",
        "{{course_title}}",
        "[AUTO-PREENCHIDO: título]",
        "Exemplo: \"Um título\nem duas linhas\"",
        "A definir"
      })
  void readShouldGiveNothingWhenBoxIsNotFilledIn(String box) {
    assertThat(read("**Título do Curso:**\n```\n" + box + "\n```\n").title()).isEmpty();
  }

  @Test
  void readShouldKeepAnswerWhenExampleOfFormStillStands() {
    String box = "[Escreva o título]\nExemplo: \"Clone Express\"\n\nPão em Casa";

    assertThat(read("**Título do Curso:**\n```\n" + box + "\n```\n").title())
        .contains("Pão em Casa");
  }
}
