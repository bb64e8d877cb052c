package io.creatoros.postgres.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

class OutsideProgramTest {
  private static final Optional<String> MISSING = Optional.of("there is no such program");

  @Test
  void conditionShouldSkipWithTheReasonWhenTheProgramIsMissing() {
    ConditionEvaluationResult result = OutsideProgram.condition(MISSING, false);

    assertThat(result.isDisabled()).isTrue();
    assertThat(result.getReason()).isEqualTo(MISSING);
  }

  @Test
  void conditionShouldFailWithTheReasonWhenNothingMayBeSkipped() {
    assertThatThrownBy(() -> OutsideProgram.condition(MISSING, true))
        .hasMessage("there is no such program");
  }

  @Test
  void conditionShouldLetTestsRunWhenNothingIsMissing() {
    assertThat(OutsideProgram.condition(Optional.empty(), true).isDisabled()).isFalse();
  }

  @Test
  void worksShouldTellWhetherTheCommandIsThere() {
    assertThat(OutsideProgram.works("true")).isTrue();
    assertThat(OutsideProgram.works("no-such-program-of-ours")).isFalse();
  }
}
