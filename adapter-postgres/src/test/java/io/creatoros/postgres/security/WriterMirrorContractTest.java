package io.creatoros.postgres.security;

import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.members.Member;
import io.creatoros.core.members.MemberRole;
import io.creatoros.core.members.Membership;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.postgres.EditedByHand;
import io.creatoros.postgres.Hand;
import io.creatoros.postgres.PostgresConfig;
import io.creatoros.postgres.PostgresMirror;
import io.creatoros.postgres.testkit.SupabaseLike;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.CourseMirrorContract;
import io.creatoros.testkit.CourseQueriesContract;
import org.junit.jupiter.api.AfterEach;

/** Both contracts for a role without rights of its own that is an editor of its projects. */
final class WriterMirrorContractTest
    implements CourseMirrorContract, CourseQueriesContract, EditedByHand {
  private static final String ROLE = "creatoros_writer";

  private final TestDatabase database = SupabaseLike.migrated();
  private final TestDatabase writer = SupabaseLike.asWriter(database, ROLE);
  private final Hand hand = new Hand(database);
  private final PostgresMirror mirror = member("default");

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
  public CourseMirror another() {
    return PostgresMirror.open(config(writer));
  }

  @Override
  public CourseMirror otherProject() {
    return member("other");
  }

  @Override
  public CourseQueries queries() {
    return mirror.queries();
  }

  @Override
  public Hand hand() {
    return hand;
  }

  private PostgresMirror member(String project) {
    try (PostgresMirror administrator =
        PostgresMirror.open(config(database).withProject(project))) {
      administrator.members().put(new Membership(new Member.DatabaseRole(ROLE), MemberRole.EDITOR));
    }
    return PostgresMirror.open(config(writer).withProject(project));
  }

  private static PostgresConfig config(TestDatabase as) {
    return PostgresConfig.of(as.jdbcUrl()).withCredentials(as.user(), as.password());
  }
}
