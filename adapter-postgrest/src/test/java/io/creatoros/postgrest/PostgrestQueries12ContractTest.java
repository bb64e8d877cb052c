package io.creatoros.postgrest;

import io.creatoros.core.query.CourseQueries;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.testkit.CourseQueriesContract;

/** The contract of questions over PostgREST 12. */
final class PostgrestQueries12ContractTest extends ServedMirror implements CourseQueriesContract {

  PostgrestQueries12ContractTest() {
    super(PostgrestVersion.V12);
  }

  @Override
  public CourseQueries queries() {
    return mirror().queries();
  }
}
