package io.creatoros.postgres;

import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.CourseQueriesContract;
import org.junit.jupiter.api.AfterEach;

/** The contract of questions. */
final class PostgresQueriesContractTest implements CourseQueriesContract {
  private final TestDatabase database = MigratedDatabase.fresh();
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
