package io.creatoros.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidaticaScoreTest {

  @Test
  void elementsShouldHaveTheirNamesAndOrder() {
    DidaticaScore score = new DidaticaScore(1, 2, 3, 4, 5, 6, 7);

    assertThat(score.elements())
        .asString()
        .isEqualTo(
            "{hook_emocional=1, conceitos_primordiais=2, link_transicao=3, pergunta_reflexiva=4,"
                + " analogias_diagramas=5, revisao_estruturada=6, acao_rapida=7}");
    assertThat(score.points()).isEqualTo(28);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.00, false", "7, 0.07, false", "69, 0.69, false", "70, 0.70, true"})
  void scoreShouldBeShareOfHundredPoints(int points, String score, boolean passes) {
    DidaticaScore didatica = new DidaticaScore(points, 0, 0, 0, 0, 0, 0);

    assertThat(didatica.score()).isEqualTo(score);
    assertThat(didatica.passes()).isEqualTo(passes);
  }
}
