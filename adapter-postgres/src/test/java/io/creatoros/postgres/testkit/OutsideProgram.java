package io.creatoros.postgres.testkit;

import io.creatoros.postgres.embedded.ChildProgram;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

/**
 * What tests need that neither the JDK nor Maven bring. Where it is absent they are skipped with
 * the reason; where the environment has {@code CI=true} they fail with it.
 */
public final class OutsideProgram {
  private OutsideProgram() {}

  /**
   * Whether tests run.
   *
   * @param missing why they cannot
   */
  public static ConditionEvaluationResult condition(Optional<String> missing) {
    return condition(missing, Boolean.parseBoolean(System.getenv("CI")));
  }

  static ConditionEvaluationResult condition(Optional<String> missing, boolean required) {
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled("nothing is missing");
    }
    if (required) {
      throw new IllegalStateException(missing.get());
    }
    return ConditionEvaluationResult.disabled(missing.get());
  }

  /** Whether a command exists and succeeds. */
  public static boolean works(String... command) {
    return ChildProgram.works(List.of(command));
  }
}
