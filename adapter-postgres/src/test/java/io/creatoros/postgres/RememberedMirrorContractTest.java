package io.creatoros.postgres;

import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.resilience.MirrorMemory;
import io.creatoros.core.resilience.RememberingMirror;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.Capability;
import io.creatoros.testkit.MirrorCommitContract;
import io.creatoros.testkit.MirrorProjectionContract;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;

/**
 * What is written through a memory: what that makes of a commit is what the server has. Time stands
 * still, but for edits by hand, which are made later.
 */
final class RememberedMirrorContractTest
    implements MirrorCommitContract, MirrorProjectionContract, EditedByHand {
  private final TestDatabase database = MigratedDatabase.fresh();
  private final Hand hand = new Hand(database);
  private final AtomicLong now = new AtomicLong();
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
    return remembering(PostgresMirror.open(MigratedDatabase.config(database)));
  }

  @Override
  public CourseMirror otherProject() {
    return remembering(PostgresMirror.open(MigratedDatabase.config(database).withProject("other")));
  }

  private CourseMirror remembering(CourseMirror server) {
    return new RememberingMirror(server, new MirrorMemory(now::get));
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.TELLS_LOOSE_CONTENTS));
  }

  @Override
  public Hand hand() {
    now.addAndGet(Duration.ofSeconds(5).toNanos());
    return hand;
  }
}
