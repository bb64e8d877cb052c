package io.creatoros.postgrest.testkit;

import io.creatoros.postgres.testkit.SupabaseLike;
import io.creatoros.postgres.testkit.TestDatabase;

/** Databases of {@link SupabaseLike}. */
public final class SupabaseDatabase {
  private SupabaseDatabase() {}

  /** With the schema, without a course. */
  public static TestDatabase fresh() {
    return SupabaseLike.migrated();
  }
}
