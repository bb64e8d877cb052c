package io.creatoros.postgres;

import io.creatoros.core.course.CourseMirror;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.CourseMirrorContract;
import org.junit.jupiter.api.AfterEach;

/** The contract, straight to the server. */
final class PostgresMirrorContractTest implements CourseMirrorContract, EditedByHand {
  private final TestDatabase database = MigratedDatabase.fresh();
  private final Hand hand = new Hand(database);
  private final CourseMirror mirror = another();

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
    return PostgresMirror.open(MigratedDatabase.config(database));
  }

  @Override
  public CourseMirror otherProject() {
    return PostgresMirror.open(MigratedDatabase.config(database).withProject("other"));
  }

  @Override
  public Hand hand() {
    return hand;
  }
}
