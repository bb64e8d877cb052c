package io.creatoros.postgres;

import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgres.testkit.TestPostgres;

/** The contract of questions in a database whose own locale knows no letters with accents. */
final class PlainLocaleQueriesContractTest extends OpenedQueries {

  private static final TestDatabase TEMPLATE =
      MigratedDatabase.migrate(TestPostgres.freshDatabaseOfPlainLocale());

  PlainLocaleQueriesContractTest() {
    super(TestPostgres.copyOf(TEMPLATE));
  }
}
