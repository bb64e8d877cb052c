package io.creatoros.postgres;

/** The contract of questions. */
final class PostgresQueriesContractTest extends OpenedQueries {

  PostgresQueriesContractTest() {
    super(MigratedDatabase.fresh());
  }
}
