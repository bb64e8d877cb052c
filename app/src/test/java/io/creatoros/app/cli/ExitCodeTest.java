package io.creatoros.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

  @Test
  void firstShouldFollowTheDocumentedOrder() {
    List<Integer> order = ExitCode.PRECEDENCE.stream().map(ExitCode::code).toList();

    assertThat(order).containsExactly(130, 1, 3, 20, 21, 22, 30, 14, 15, 12, 13, 10, 11, 16);
  }

  @Test
  void firstShouldTakeTheFirstThatApplies() {
    assertThat(ExitCode.first(List.of(ExitCode.OWED, ExitCode.CONFLICT, ExitCode.INCONCLUSIVE)))
        .isEqualTo(ExitCode.CONFLICT);
    assertThat(ExitCode.first(List.of(ExitCode.OWED, ExitCode.DIFFERENT)))
        .isEqualTo(ExitCode.DIFFERENT);
    assertThat(ExitCode.first(EnumSet.allOf(ExitCode.class))).isEqualTo(ExitCode.INTERRUPTED);
  }

  @Test
  void firstShouldBeDoneWhenNothingApplies() {
    assertThat(ExitCode.first(List.of())).isEqualTo(ExitCode.DONE);
  }

  @Test
  void precedenceShouldRankEveryCodeThatOneRunCanMeet() {
    assertThat(ExitCode.PRECEDENCE)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ExitCode.values())
                .filter(code -> code != ExitCode.DONE && code != ExitCode.USAGE)
                .toList());
  }
}
