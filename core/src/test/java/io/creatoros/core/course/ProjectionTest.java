package io.creatoros.core.course;

import static io.creatoros.testkit.SampleRows.METADATA;
import static io.creatoros.testkit.SampleRows.PIECE;
import static io.creatoros.testkit.SampleRows.healing;
import static io.creatoros.testkit.SampleRows.piece;
import static io.creatoros.testkit.SampleRows.projection;
import static io.creatoros.testkit.SampleRows.untouched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProjectionTest {

  @Test
  void keptShouldBeEmptyWhenAllRowsAreSent() {
    assertThat(projection(piece("Horta")).kept()).isEmpty();
  }

  @Test
  void projectionShouldNotBeMadeWhenItHealsAndKeeps() {
    Projection healing = healing(projection(piece("Horta")));

    assertThatThrownBy(() -> untouched(healing, METADATA))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void projectionShouldNotBeMadeWhenARowIsBothSentAndKept() {
    Projection sent = projection(piece("Horta"));

    assertThatThrownBy(() -> untouched(sent, PIECE)).isInstanceOf(IllegalArgumentException.class);
  }
}
