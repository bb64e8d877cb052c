package io.creatoros.postgres;

import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.CourseQueriesContract;
import org.junit.jupiter.api.AfterEach;

/** The set-up of the contract of questions in a database that ends with the test. */
abstract class OpenedQueries implements CourseQueriesContract {

  private final TestDatabase database;
  private final PostgresMirror mirror;

  OpenedQueries(TestDatabase database) {
    this.database = database;
    this.mirror = PostgresMirror.open(MigratedDatabase.config(database));
  }

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
