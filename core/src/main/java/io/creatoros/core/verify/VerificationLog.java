package io.creatoros.core.verify;

import io.creatoros.core.course.CourseId;
import java.util.Optional;

/** When each course of a workspace was last verified, and what came of it. */
public interface VerificationLog {

  /** Replaces what is known of a course. Atomic; a lost log costs nothing but the memory of it. */
  void record(CourseId course, VerifiedAt verified);

  /** The last verification of a course; empty when there was none, or its record was lost. */
  Optional<VerifiedAt> last(CourseId course);
}
