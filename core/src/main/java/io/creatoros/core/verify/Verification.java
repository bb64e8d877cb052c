package io.creatoros.core.verify;

import io.creatoros.core.course.MirrorIdentity;
import java.time.Instant;
import java.util.List;

/**
 * What a verification found.
 *
 * @param at when it ended
 * @param mirror the mirror's identity
 * @param courses every course looked at, ordered
 */
public record Verification(Instant at, MirrorIdentity mirror, List<CourseVerification> courses) {

  public Verification {
    courses = List.copyOf(courses);
  }

  /** The verdict over all courses: inconclusive before different before equal. */
  public VerifyVerdict verdict() {
    return courses.stream()
        .map(CourseVerification::verdict)
        .max(VerifyVerdict::compareTo)
        .orElse(VerifyVerdict.EQUAL);
  }

  /** How many files were found equal. */
  public int files() {
    return courses.stream().mapToInt(CourseVerification::files).sum();
  }

  /** How many bytes these hold. */
  public long bytes() {
    return courses.stream().mapToLong(CourseVerification::bytes).sum();
  }

  /** How many of them are recorded by hash and size only. */
  public int unstored() {
    return courses.stream().mapToInt(CourseVerification::unstored).sum();
  }

  /** How many typed rows were found equal to what the files project to. */
  public int rows() {
    return courses.stream().mapToInt(CourseVerification::rowsEqual).sum();
  }
}
