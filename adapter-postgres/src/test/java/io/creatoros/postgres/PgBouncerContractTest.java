package io.creatoros.postgres;

import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.postgres.testkit.PgBouncer;
import io.creatoros.postgres.testkit.RequiresPgBouncer;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.CourseMirrorContract;
import io.creatoros.testkit.CourseQueriesContract;
import org.junit.jupiter.api.AfterEach;

/** Both contracts through a transaction pooler, as teams on Supabase mostly connect. */
@RequiresPgBouncer
final class PgBouncerContractTest
    implements CourseMirrorContract, CourseQueriesContract, EditedByHand {
  private final TestDatabase database = MigratedDatabase.fresh();
  private final PgBouncer bouncer = PgBouncer.start(database);
  private final Hand hand = new Hand(database);
  private final PostgresMirror mirror = PostgresMirror.open(config());

  @AfterEach
  void close() {
    mirror.close();
    bouncer.close();
    database.close();
  }

  @Override
  public CourseMirror mirror() {
    return mirror;
  }

  @Override
  public CourseMirror another() {
    return PostgresMirror.open(config());
  }

  @Override
  public CourseMirror otherProject() {
    return PostgresMirror.open(config().withProject("other"));
  }

  @Override
  public CourseQueries queries() {
    return mirror.queries();
  }

  @Override
  public Hand hand() {
    return hand;
  }

  private PostgresConfig config() {
    return MigratedDatabase.config(database, bouncer.jdbcUrl());
  }
}
