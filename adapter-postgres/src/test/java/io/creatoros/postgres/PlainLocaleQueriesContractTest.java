package io.creatoros.postgres;

import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgres.testkit.TestPostgres;
import io.creatoros.testkit.CourseQueriesContract;
import org.junit.jupiter.api.AfterEach;

/** The contract of questions in a database whose own locale knows no letters with accents. */
final class PlainLocaleQueriesContractTest implements CourseQueriesContract {
  private static final TestDatabase TEMPLATE =
      MigratedDatabase.migrate(TestPostgres.freshDatabaseOfPlainLocale());

  private final TestDatabase database = TestPostgres.copyOf(TEMPLATE);
  private final PostgresMirror mirror = PostgresMirror.open(MigratedDatabase.config(database));

  @AfterEach
  void close() {
    mirror.close();
    database.close();
  }

  @Override
  public CourseMirror mirror() {
    return mirror;
  }

  @Override
  public CourseMirror otherProject() {
    return PostgresMirror.open(MigratedDatabase.config(database).withProject("other"));
  }

  @Override
  public CourseQueries queries() {
    return mirror.queries();
  }
}
