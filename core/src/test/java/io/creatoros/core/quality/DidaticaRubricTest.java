package io.creatoros.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rules of the first scorer for the seven elements of the Didática Lendária, one sample for
 * each side of each limit. In the samples {@code /} ends a line.
 */
class DidaticaRubricTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      commentCharacter = ';',
      textBlock =
          """
          ; without a goal section there are no points
          ✅ ✅ ✅ economizar e dominar      |  0
          ## Final/✅                        |  0
          ## Goal ✅                         |  0
          ## Goal ✅/nada                    |  0
          ; outcomes: one for 3, three for 5; only a small x ticks a box
          ## Goal/✅                         |  3
          ## Goal/✓ feito ✅                 |  3
          ## Goal/✅ ✅ ✅                   |  5
          ## Goal/✅ ✓ [x]                   |  5
          ## Goal/[X]                        |  0
          ; emotion: distinct words, one for 2, two for 5
          ## Goal/economizar                 |  2
          ## Goal/economizar, economizar     |  2
          ## Goal/economizar e melhorar      |  5
          ## Goal/TRANSFORMAR                |  5
          ## Goal/Transform                  |  2
          ## Goal/um screensaver             |  2
          ; why: on one line
          ## Goal/por que isso importa       |  5
          ## Goal/por que it matters         |  5
          ## Goal/por que/isso importa       |  0
          ## Goal/isso vai ajudar            |  5
          ## Goal/isso irá ajudar            |  5
          ## Goal/this will help             |  5
          ## Goal/this is going to help      |  5
          ## Goal/✅ ✅ ✅ economizar e dominar: isso vai mudar tudo | 15
          ; the section: any heading with G or the emoji, to a line with two hashes
          ##/🎯/✅                           |  3
          ##goal/✅                          |  3
          #### gráfico/✅                    |  3
          ## 🎬 Goal/✅                      |  0
          a ## g/✅                          |  3
          ## Goal/## Outra/✅                |  3
          ## Goal/x/## Outra/✅              |  0
          ## Goal/x/### Outra/✅             |  0
          ## Goal/x/# Outra/✅               |  3
          ## Goal/x ## Outra/✅              |  3
          """)
  void hookEmocionalShouldScoreGoalSection(String text, int points) {
    assertThat(score(text).hookEmocional()).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      commentCharacter = ';',
      textBlock =
          """
          nada                               |  0
          ; headings of the third level or deeper, anywhere: 3, 6, 10
          ## Um                              |  0
          ### Um                             |  3
          ### Um ### dois                    |  3
          ### Um/#### Dois                   |  6
          ### Um/### Dois/### Três           | 10
          ### Um/### Dois/### Três/### Quatro | 10
          ###                                |  0
          ####                               |  3
          ###Um                              |  3
          ; why before how
          por que isso funciona              |  5
          por que/isso funciona              |  0
          Why it works                       |  5
          antes do como                      |  5
          before you ask how                 |  5
          ; two kinds of definitions for 5, one for 2
          isso é como aquilo                 |  2
          isso é como e é que                |  2
          SIGNIFICA                          |  2
          it is like a box                   |  2
          it is that                         |  2
          it means                           |  2
          é como: significa                  |  5
          is like: means                     |  5
          ### A/### B/### C/por que funciona: é como, significa | 20
          """)
  void conceitosPrimordiaisShouldScoreFoundations(String text, int points) {
    assertThat(score(text).conceitosPrimordiais()).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      commentCharacter = ';',
      textBlock =
          """
          nada                               |  0
          🔗 O link                          |  5
          🔗 Conectando                      |  5
          🔗/link                            |  0
          agora que sei, você                |  5
          now that I know, you               |  5
          Na próxima aula                    |  5
          next we go                         |  5
          next you go                        |  5
          next we and next you               |  5
          isso leva a                        |  5
          isso nos leva a                    |  5
          this leads to                      |  5
          that leads to                      |  5
          na próxima, isso leva              | 10
          na próxima, isso leva, this leads  | 10
          """)
  void linkTransicaoShouldScoreTransitions(String text, int points) {
    assertThat(score(text).linkTransicao()).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      commentCharacter = ';',
      textBlock =
          """
          nada                               |  0
          ; openings and the next question mark, lines away too: 7, 11, 15
          🤔 será?                           |  7
          🤔/será/?                          |  7
          🤔 será                            |  0
          🤔 será? 🤔 será?                  | 11
          🤔 🤔 será?                        |  7
          🤔 um? 🤔 dois? 🤔 três?           | 15
          pense: será?                       |  7
          pense será?                        |  0
          think: so?                         |  7
          pausa?                             |  0
          pause?                             |  7
          reflect?                           |  7
          e como isso?                       |  7
          e como você?                       |  7
          and how this?                      |  7
          and how you?                       |  7
          e o que você?                      |  7
          so what do you?                    |  7
          so what would you?                 |  7
          ; one question may have two openings
          🤔 pause?                          | 11
          🤔 pause: reflect?                 | 15
          ; sentences with a capital letter that end in a question mark
          Será?                              |  7
          será?                              |  0
          É?                                 |  0
          Sim. será?                         |  0
          Sim, será?                         |  7
          Será? será?                        |  7
          Será? Mesmo?                       | 11
          Será? Mesmo? Tem certeza?          | 15
          Como você faz?                     | 11
          """)
  void perguntaReflexivaShouldScoreQuestions(String text, int points) {
    assertThat(score(text).perguntaReflexiva()).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      commentCharacter = ';',
      textBlock =
          """
          nada                               |  0
          ; analogies: occurrences, one for 5, two for 10
          é como uma caixa                   |  5
          is like a box                      |  5
          Imagine que                        |  5
          imagine that                       |  5
          imagine isso                       |  0
          pensa em                           |  5
          pensar em                          |  5
          pensa no                           |  5
          pensar no                          |  5
          think of                           |  5
          think about                        |  5
          similar a                          |  5
          similar to                         |  5
          É COMO um, é como outro            | 10
          ; a diagram for 10; a word for a picture, without one, for 5
          [diagram: fluxo]                   | 10
          [VISUAL: fluxo]                    | 10
          [IMAGE: fluxo]                     | 10
          flowchart                          | 10
          diagrama                           | 10
          GRÁFICO                            | 10
          [DIAGRAM]                          |  0
          visual                             |  5
          imagem                             |  5
          screenshot                         |  5
          diagrama visual                    | 10
          é como, é como: gráfico            | 20
          """)
  void analogiasDiagramasShouldScorePictures(String text, int points) {
    assertThat(score(text).analogiasDiagramas()).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      commentCharacter = ';',
      textBlock =
          """
          nada                               |  0
          ; a review
          ## 💡 Fim                          |  5
          💡 Fim                             |  0
          ### Revisão                        |  5
          ## review                          |  5
          ## A revisão                       |  0
          ## O que você dominou              |  5
          ## What you learned                |  5
          ## O que you learned               |  5
          ## O que/dominou                   |  0
          ##/O que dominou                   |  5
          O que você dominou                 |  0
          takeaways                          |  5
          principais aprendizados            |  5
          principais/aprendizados            |  0
          ; a transformation
          você entrou aqui achando           |  5
          you entered thinking               |  5
          você entrou/achando                |  0
          agora você sabe                    |  5
          as you know                        |  5
          before and after                   |  5
          before/after                       |  0
          Transformação                      |  5
          ## Revisão: transformação          | 10
          """)
  void revisaoEstruturadaShouldScoreReview(String text, int points) {
    assertThat(score(text).revisaoEstruturada()).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      commentCharacter = ';',
      textBlock =
          """
          nada                               |  0
          ; a heading that calls
          ## ⚡ Já                           |  5
          ### ação rápida                    |  5
          ## FAÇA AGORA                      |  5
          ## Quick Action                    |  5
          ## Do now                          |  5
          ## A ação rápida                   |  0
          ; two minutes, those of twelve too
          em 2 minutos                       |  2
          em 12 minutos                      |  2
          em 2 min.                          |  2
          em 2 min                           |  2
          em 2 mins                          |  0
          em 2 mină                          |  0
          a 2-minute task                    |  2
          dois minutos                       |  2
          ; something to tick or to fill in
          ✓                                  |  3
          ✅                                 |  3
          [nome]                             |  3
          []                                 |  3
          [nome/]                            |  0
          ## ⚡ Em 2 minutos/[ ] feito       | 10
          """)
  void acaoRapidaShouldScoreExercise(String text, int points) {
    assertThat(score(text).acaoRapida()).isEqualTo(points);
  }

  @Test
  void ofShouldFoldEveryLetterThatHasCases() {
    assertThat(score("AÇÃO RÁPIDA: GRÁFICO, TRANSFORMAÇÃO É COMO ISSO"))
        .isEqualTo(score("ação rápida: gráfico, transformação é como isso"));
    assertThat(score("TRANSFORMAÇÃO").revisaoEstruturada()).isEqualTo(5);
  }

  @Test
  void ofShouldGiveSameScoresWhateverEndsLines() {
    String lines = "## Goal\n✅ por que\nimporta\n\n### Um\n### Dois\n\n🤔 e\nagora?\n";

    assertThat(Scores.of(lines.replace("\n", "\r\n"))).isEqualTo(Scores.of(lines));
    assertThat(Scores.of(lines.replace("\n", "\r"))).isEqualTo(Scores.of(lines));
  }

  @Test
  void ofShouldGiveNothingWhenTextIsEmpty() {
    assertThat(score("").points()).isZero();
  }

  private static DidaticaScore score(String text) {
    return Scores.of(text.replace('/', '\n')).didatica();
  }
}
