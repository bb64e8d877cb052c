package io.creatoros.core.brief;

import static io.creatoros.core.brief.Briefs.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The forms in which whole briefs are written, and what is understood of each. */
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

  @Test
  void readShouldGiveSameAnswersWhenLinesEndInCarriageReturns() {
    assertThat(read(Briefs.COMPLETE.replace("\n", "\r\n"))).isEqualTo(read(Briefs.COMPLETE));
  }

  @Test
  void readShouldGiveSameAnswersWhenFileBeginsWithByteOrderMark() {
    assertThat(read("\uFEFF" + Briefs.COMPLETE)).isEqualTo(read(Briefs.COMPLETE));
  }
}
