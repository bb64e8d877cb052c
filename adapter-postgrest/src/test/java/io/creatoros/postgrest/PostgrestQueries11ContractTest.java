package io.creatoros.postgrest;

import io.creatoros.core.query.CourseQueries;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.testkit.CourseQueriesContract;

/** The contract of questions over PostgREST 11. */
final class PostgrestQueries11ContractTest extends ServedMirror implements CourseQueriesContract {

  PostgrestQueries11ContractTest() {
    super(PostgrestVersion.V11);
  }

  @Override
  public CourseQueries queries() {
    return mirror().queries();
  }
}
