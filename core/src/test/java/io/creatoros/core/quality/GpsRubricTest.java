package io.creatoros.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rules of the first scorer for goal, position and steps, which it found in more places than
 * one would think. In the samples {@code /} ends a line.
 */
class GpsRubricTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      commentCharacter = ';',
      textBlock =
          """
          nada                            | ''
          ; two hashes, white space or not, and the letter or the emoji
          ## G - Goal                     | G
          ## g                            | G
          ##G                             | G
          ##//G                           | G
          ## 🎯 Destino                   | G
          ## P - Position                 | P
          ## 🗺️ Origem                    | P
          ## S - Steps                    | S
          ## 🛤️ Rota                      | S
          ; any level from two, any word with that letter, anywhere on a line
          # G                             | ''
          ### Principais pontos           | P
          ## Solução                      | S
          #### gráfico                    | G
          texto ## G                      | G
          ## ſ                            | S
          ; but nothing between the hashes and it
          ## 🎬 G - GOAL                  | ''
          ## 1. Goal                      | ''
          ## **Goal**                     | ''
          ## 🎬 G - GOAL/### Goal         | G
          ## G/## P/## S                  | GPS
          """)
  void ofShouldFindPartsWhereHeadingsBeginWithThem(String text, String parts) {
    GpsScore score = score(text);

    assertThat(
            (score.goal() ? "G" : "") + (score.position() ? "P" : "") + (score.steps() ? "S" : ""))
        .isEqualTo(parts);
    assertThat(score.points()).isEqualTo(10 * parts.length());
    assertThat(score.complete()).isEqualTo(parts.equals("GPS"));
  }

  @Test
  void ofShouldWantTheMapAndTheRailsWithTheirVariationSelector() {
    assertThat(score("## 🗺 Origem/## 🛤 Rota").points()).isZero();
    assertThat(score("## 🗺\ufe0f Origem/## 🛤\ufe0f Rota").points()).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource({"nada, 0.00", "## G, 0.33", "## G/## P, 0.67", "## G/## P/## S, 1.00"})
  void scoreShouldBeShareOfThirtyPoints(String text, String score) {
    assertThat(score(text).score()).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      commentCharacter = ';',
      textBlock =
          """
          ; what a goal promises
          ## G/nada                       | NO_OUTCOMES
          ## G/✅                         | ''
          ## G ✓                          | ''
          ## G/[X]                        | ''
          ## G/- você vai                 | ''
          ## G/- então você será capaz    | ''
          ## G/você vai                   | NO_OUTCOMES
          ## G/-/você vai                 | NO_OUTCOMES
          ## G/x/### Y/✅                 | ''
          ## G/x/## Y/✅                  | NO_OUTCOMES
          ## G/x/##Y/✅                   | ''
          ; how a position shows empathy
          ## P/nada                       | NO_EMPATHY
          ## P/Eu sei                     | ''
          ## P/eu entendo                 | ''
          ## P/talvez você                | ''
          ## P/você pode estar            | ''
          ## P/I know                     | ''
          ## P/I understand               | ''
          ## P/you might be               | ''
          ## P/maybe you                  | ''
          eu sei/## P                     | NO_EMPATHY
          ; how steps are divided
          ## S/nada                       | NO_SUBSECTIONS
          ## S/### 1                      | ''
          ## S/x ### 1                    | NO_SUBSECTIONS
          ## S/#### 1                     | NO_SUBSECTIONS
          ## S/x/## Y/### 1               | ''
          ## S/x/## 💡/### 1              | NO_SUBSECTIONS
          ## S/x/## ⚡/### 1              | NO_SUBSECTIONS
          ## S/x/##  🔗/### 1             | NO_SUBSECTIONS
          ## S/x/##💡/### 1               | ''
          ## S/###/## 💡                  | NO_SUBSECTIONS
          ## S/###//## 💡                 | ''
          ; of parts that are missing nothing is said
          nada                            | ''
          ## G/## P/## S                  | NO_OUTCOMES NO_EMPATHY NO_SUBSECTIONS
          """)
  void ofShouldWarnOfWhatPartsLack(String text, String warnings) {
    List<String> expected =
        Arrays.stream(warnings.split(" ")).filter(warning -> !warning.isEmpty()).toList();

    assertThat(score(text).warnings()).isEqualTo(expected);
  }

  private static GpsScore score(String text) {
    return Scores.of(text.replace('/', '\n')).gps();
  }
}
