package io.creatoros.testkit;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.verify.VerificationLog;
import io.creatoros.core.verify.VerifiedAt;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Verifications of one process. */
public final class InMemoryVerificationLog implements VerificationLog {

  private final Map<CourseId, VerifiedAt> last = new ConcurrentHashMap<>();

  @Override
  public void record(CourseId course, VerifiedAt verified) {
    last.put(course, verified);
  }

  @Override
  public Optional<VerifiedAt> last(CourseId course) {
    return Optional.ofNullable(last.get(course));
  }
}
