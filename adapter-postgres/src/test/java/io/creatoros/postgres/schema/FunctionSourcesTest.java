package io.creatoros.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What holds for the sources of all functions of ours. */
final class FunctionSourcesTest {
  private static final String OURS =
      """
      from pg_proc p join pg_language l on l.oid = p.prolang and l.lanname in ('sql', 'plpgsql')
      where (p.pronamespace = 'creatoros'::regnamespace
          or p.pronamespace = 'public'::regnamespace and p.proname like 'creatoros\\_%')
      """;

  /** PostgREST repeats a request that fails so, without end and after its caller has gone. */
  @Test
  void noFunctionShouldFailAsPostgrestRepeatsForEver() {
    try (SchemaDatabase database = SchemaDatabase.migrated()) {
      assertThat(database.strings("select p.oid::regprocedure::text " + OURS)).isNotEmpty();
      assertThat(
              database.strings(
                  "select p.oid::regprocedure::text "
                      + OURS
                      + " and p.prosrc ~* '40001|40P01|serialization_failure|deadlock_detected'"))
          .isEmpty();
    }
  }

  @Test
  void noFunctionShouldRelyOnTheCallersSearchPath() {
    try (SchemaDatabase database = SchemaDatabase.migrated()) {
      assertThat(
              database.strings(
                  "select p.oid::regprocedure::text "
                      + OURS
                      + " and not coalesce('search_path=\"\"' = any (p.proconfig), false)"))
          .isEmpty();
    }
  }

  @Test
  void functionsOverHttpShouldRunWithTheRightsOfTheirCallerAndAnswerOneValue() {
    try (SchemaDatabase database = SchemaDatabase.migrated()) {
      assertThat(
              database.strings(
                  "select p.oid::regprocedure::text "
                      + OURS
                      + " and p.pronamespace = 'public'::regnamespace"
                      + " and (p.prosecdef or p.proretset or p.prorettype <> 'jsonb'::regtype)"))
          .isEmpty();
    }
  }
}
