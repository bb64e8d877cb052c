package io.creatoros.postgrest.testkit;

import io.creatoros.postgres.testkit.OutsideProgram;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether PostgREST can be run here. */
final class PostgrestCondition implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return OutsideProgram.condition(NodeModules.missing());
  }
}
