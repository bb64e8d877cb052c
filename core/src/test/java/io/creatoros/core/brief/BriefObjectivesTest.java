package io.creatoros.core.brief;

import static io.creatoros.core.brief.Briefs.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which lists and columns of a brief are learning objectives of the course. */
class BriefObjectivesTest {

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
}
