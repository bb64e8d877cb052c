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
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which briefs are written, and what is understood of each. */
class BriefReaderTest {

  @Test
  void readShouldUnderstandEveryAnswerWhenFormIsFilledIn() {
    Brief brief = read(Briefs.COMPLETE);

    assertThat(brief.title()).contains("Pão em Casa: do Fermento à Mesa");
    assertThat(brief.subtitle()).contains("Sem máquina e sem pressa");
    assertThat(brief.slug()).contains("bread-at-home");
    assertThat(brief.category()).contains("Gastronomia");
    assertThat(brief.tags()).containsExactly("pão", "fermento natural");
    assertThat(brief.type()).contains("technical");
    assertThat(brief.tool()).contains("Panela de ferro");
    assertThat(brief.level()).contains("beginner");
    assertThat(brief.durationHours()).contains(new BigDecimal("3.5"));
    assertThat(brief.modules()).contains(2);
    assertThat(brief.status()).contains("ready");
    assertThat(brief.instructor()).contains("Ana Prado");
    assertThat(brief.prerequisites()).containsExactly("Acender o forno", "Pesar farinha");
    assertThat(brief.objectives())
        .containsExactly("Criar um fermento que dure", "Assar um pão de casca firme");
    assertThat(brief.pricing()).contains("Intermediário: R$ 97-297; Valor específico: R$ 147");
  }

  @Test
  void readShouldTellForWhomCourseIsWhenFormIsFilledIn() {
    Brief.Icp icp = read(Briefs.COMPLETE).icp();

    assertThat(icp.demographics())
        .containsExactly(
            entry("Idade principal", "30 - 50 anos"), entry("Localização", "Brasil, Portugal"));
    assertThat(icp.psychographics())
        .containsExactly(
            entry("Momento atual do avatar", "Cozinha aos domingos, mas compra o pão."));
    assertThat(icp.pains())
        .containsExactly("Quero que a massa cresça", "Massa pesada", "Casca mole");
    assertThat(icp.desires()).containsExactly("Fazer pão", "Reunir a família", "Pão toda semana");
  }

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
  void readShouldUnderstandTablesWhenSectionsHaveNoNumbers() {
    Brief brief =
        read(
            """
            # COURSE BRIEF - Trilha 9: Horta

            ## Informações Gerais

            | Campo | Valor |
            |-------|-------|
            | **Nome do Curso** | Trilha 9: Horta |
            | **Nível** | Iniciante |
            | **Duração Total** | 6-8 horas |
            | **Número de Módulos** | 3 |
            | **Número de Aulas** | 6 (2 por módulo) |

            ## Público-Alvo (ICP)

            ### Perfil Demográfico

            | Atributo | Descrição |
            |----------|-----------|
            | **Idade** | 20-40 anos |

            ### Dores Principais (Top 5)

            | # | Dor | Frase do Cliente |
            |---|-----|------------------|
            | 1 | Plantas morrem | "Não sei por quê" |
            | 2 | Pouco sol | "Moro no térreo" |

            ## Objetivos de Aprendizagem

            ### Objetivo Geral
            Cuidar de uma horta.

            ### Objetivos Específicos (Por Módulo)

            | Módulo | Objetivo | Nível |
            |--------|----------|-------|
            | 1 | Preparar a terra | 3 |
            | 2 | Regar na medida | 3 |

            ## Estrutura do Curso

            | Atributo | Valor |
            |----------|-------|
            | **Duração** | 90 minutos |
            | **Ferramenta** | Regador |
            """);

    assertThat(brief.title()).contains("Trilha 9: Horta");
    assertThat(brief.level()).contains("beginner");
    assertThat(brief.durationHours()).contains(new BigDecimal("7"));
    assertThat(brief.modules()).contains(3);
    assertThat(brief.lessons()).contains(6);
    assertThat(brief.icp().demographics()).containsExactly(entry("Idade", "20-40 anos"));
    assertThat(brief.icp().pains()).containsExactly("Plantas morrem", "Pouco sol");
    assertThat(brief.objectives()).containsExactly("Preparar a terra", "Regar na medida");
    assertThat(brief.tool()).isEmpty();
  }

  @Test
  void readShouldLeaveOutColumnsWhenTableStandsUnderAnotherLabel() {
    Brief brief =
        read(
            """
            ## Conteúdo

            | Aula | Objetivo | Dor |
            |------|----------|-----|
            | 1.1 | Acender o forno | fumaça |
            """);

    assertThat(brief.objectives()).isEmpty();
    assertThat(brief.icp().pains()).isEmpty();
  }

  @Test
  void readShouldUnderstandBulletsWhenBriefHasNoBoxes() {
    Brief brief =
        read(
            """
            # Brief

            ## 1. ℹ️ INFORMAÇÕES BÁSICAS
            - **Título:** Horta em Casa
            - **Slug:** horta-em-casa
            - **Tags:** horta, sol, água
            - **Tipo de curso:** Misto
            - **Idioma:** Português (Brasil)

            ## 2. 🎯 PÚBLICO-ALVO
            - **Idade:** 20 a 40
            - **Dores:**
              - Plantas morrem
              - Pouco sol
            - **Desejos:**
              - Colher tomates

            ## 3. 📚 CONTEÚDO
            ### Objetivos de aprendizagem
            - Preparar a terra
              - com composto
            - Regar na medida
            """);

    assertThat(brief.slug()).contains("horta-em-casa");
    assertThat(brief.tags()).containsExactly("horta", "sol", "água");
    assertThat(brief.type()).contains("mixed");
    assertThat(brief.language()).contains("pt");
    assertThat(brief.icp().demographics()).containsExactly(entry("Idade", "20 a 40"));
    assertThat(brief.icp().pains()).containsExactly("Plantas morrem", "Pouco sol");
    assertThat(brief.icp().desires()).containsExactly("Colher tomates");
    assertThat(brief.objectives()).containsExactly("Preparar a terra", "Regar na medida");
  }

  @Test
  void readShouldUnderstandEnglishWhenBriefIsMinimal() {
    Brief brief =
        read(
            """
            # Course Brief

            ## 1. BASIC INFO
            Title: Bread at Home
            Level: Advanced
            Duration: 90 minutes

            ## 2. TARGET AUDIENCE
            **Pain points:**
            - heavy dough

            ## 3. LEARNING OBJECTIVES
            1. Bake a loaf

            ## 8. CONSTRAINTS & REQUIREMENTS
            None
            """);

    assertThat(brief.title()).contains("Bread at Home");
    assertThat(brief.level()).contains("advanced");
    assertThat(brief.durationHours()).contains(new BigDecimal("1.5"));
    assertThat(brief.icp().pains()).containsExactly("heavy dough");
    assertThat(brief.objectives()).containsExactly("Bake a loaf");
  }

  @Test
  void readShouldTakeFrontMatterWhenLabelsSayNothing() {
    Brief brief =
        read(
            """
            ---
            title: Bread at Home
            slug: bread
            tags: [bread, oven]
            course_type: conceptual
            level: beginner
            language: en-US
            total_duration_hours: 4
            total_lessons: 12
            instructor:
              name: Ana Prado
            learning_objectives:
              - Bake a loaf
            created_date: 2025-12-29
            quality_score: 92
            ---
            # Something else
            """);

    assertThat(brief.title()).contains("Bread at Home");
    assertThat(brief.slug()).contains("bread");
    assertThat(brief.tags()).containsExactly("bread", "oven");
    assertThat(brief.type()).contains("conceptual");
    assertThat(brief.level()).contains("beginner");
    assertThat(brief.language()).contains("en");
    assertThat(brief.durationHours()).contains(new BigDecimal("4"));
    assertThat(brief.lessons()).contains(12);
    assertThat(brief.instructor()).contains("Ana Prado");
    assertThat(brief.objectives()).containsExactly("Bake a loaf");
  }

  @Test
  void readShouldPreferLabelWhenFrontMatterSaysOtherwise() {
    assertThat(read("---\ntitle: Old\n---\n**Título do Curso:** New\n").title()).contains("New");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "# COURSE BRIEF - Pão em Casa; Pão em Casa",
        "# 📋 Course Brief: Pão em Casa; Pão em Casa",
        "# Briefing do Curso: Pão em Casa; Pão em Casa",
        "# Pão em Casa - Course Brief; Pão em Casa",
        "# Pão em Casa; Pão em Casa",
        "# COURSE-BRIEF | **Pão em Casa**; Pão em Casa",
        "# Brief histories of bread; Brief histories of bread"
      })
  void readShouldTakeHeadingWithoutBoilerplateWhenNoFieldGivesTitle(String heading, String title) {
    assertThat(read(heading + "\n\nText.\n").title()).contains(title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# Course Brief",
        "# Course Brief\n## 1. BASIC INFO",
        "# Course Brief\n## Público-alvo",
        "# 📋 COURSE BRIEF - Formulário Completo de Planejamento",
        "# Briefing do curso: [Nome do Curso]",
        "## Pão em Casa",
        ""
      })
  void readShouldGiveNoTitleWhenHeadingIsBoilerplate(String heading) {
    assertThat(read(heading + "\n\nText.\n").title()).isEmpty();
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

  @Test
  void readShouldKeepBracketsWhenTitleHasThem() {
    assertThat(read("**Título do Curso:** Guia da Cultura Lendár[IA]\n").title())
        .contains("Guia da Cultura Lendár[IA]");
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
  void readShouldTakeListsUnderOtherLabelsWhenObjectivesAreGrouped() {
    Brief brief =
        read(
            """
            ## Objetivos de Aprendizagem

            **Saber:**
            - Explicar o fermento

            **Fazer:**
            - Assar um pão
            """);

    assertThat(brief.objectives()).containsExactly("Explicar o fermento", "Assar um pão");
  }

  @Test
  void readShouldPartLabelsWhenTheyShareLine() {
    Brief brief = read("# Pão\n\n**Versão:** 1.0 | **Status:** em revisão | **Duração:** 2h30\n");

    assertThat(brief.status()).contains("em revisão");
    assertThat(brief.durationHours()).contains(new BigDecimal("2.5"));
  }

  @Test
  void readShouldEndListWhenLabelFollowsWithoutBlankLine() {
    Brief brief =
        read(
            """
            ## Objetivos de Aprendizagem
            **Lembrar:**
            1. Citar os grãos
            **Criar:**
            1. ✅ Assar um pão
            """);

    assertThat(brief.objectives()).containsExactly("Citar os grãos", "Assar um pão");
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
  void readShouldStripMarksWhenValueIsCode() {
    assertThat(read("# Pão\n\n**Slug:** `pao-em-casa`\n").slug()).contains("pao-em-casa");
  }

  @Test
  void readShouldLeaveOutObjectivesOfLessonsWhenCourseHasItsOwn() {
    Brief brief =
        read(
            """
            ## Estrutura do Curso

            ### Aula 1.1
            **Objetivos de aprendizagem:**
            - Acender o forno

            ## Objetivos de Aprendizagem
            - Assar um pão
            """);

    assertThat(brief.objectives()).containsExactly("Assar um pão");
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

  @Test
  void readShouldGiveSameAnswersWhenLinesEndInCarriageReturns() {
    assertThat(read(Briefs.COMPLETE.replace("\n", "\r\n"))).isEqualTo(read(Briefs.COMPLETE));
  }

  @Test
  void readShouldGiveSameAnswersWhenFileBeginsWithByteOrderMark() {
    assertThat(read("\uFEFF" + Briefs.COMPLETE)).isEqualTo(read(Briefs.COMPLETE));
  }
}
