package io.creatoros.core.persist;

import io.creatoros.core.course.Sha256;
import io.creatoros.core.record.Review;
import java.util.List;
import java.util.Optional;

/**
 * A reviewer's verdict on a lesson. It counts while the lesson has the bytes that were judged.
 *
 * @param verdict {@code passed}, {@code warning} or {@code failed}
 * @param issues what the reviewer found, in order
 * @param reviewer who judged
 * @param judged the hash of the bytes that were judged; by default those that the lesson has when
 *     the verdict is stored
 */
public record LessonVerdict(
    String verdict, List<Review.Issue> issues, Optional<String> reviewer, Optional<Sha256> judged) {

  private static final List<String> VERDICTS = List.of("passed", "warning", "failed");
  private static final List<String> SEVERITIES = List.of("error", "warning", "info");

  /**
   * Checks what is given.
   *
   * @throws IllegalArgumentException if a value cannot be; it names the argument
   */
  public LessonVerdict {
    verdict = Given.oneOf("verdict", VERDICTS, verdict);
    issues = issues.stream().map(LessonVerdict::checked).toList();
    reviewer = Given.words("reviewer", reviewer);
  }

  /** The lesson is good. */
  public static LessonVerdict passed() {
    return of("passed", List.of());
  }

  /** The lesson will do. */
  public static LessonVerdict warning(List<Review.Issue> issues) {
    return of("warning", issues);
  }

  /** The lesson will not do. */
  public static LessonVerdict failed(List<Review.Issue> issues) {
    return of("failed", issues);
  }

  /** A verdict by nobody in particular. */
  public static LessonVerdict of(String verdict, List<Review.Issue> issues) {
    return new LessonVerdict(verdict, issues, Optional.empty(), Optional.empty());
  }

  /** This verdict, by somebody. */
  public LessonVerdict by(String name) {
    return new LessonVerdict(verdict, issues, Optional.of(name), judged);
  }

  /** This verdict on the bytes with this hash. */
  public LessonVerdict on(Sha256 hash) {
    return new LessonVerdict(verdict, issues, reviewer, Optional.of(hash));
  }

  private static Review.Issue checked(Review.Issue issue) {
    return new Review.Issue(
        Given.words("issue", issue.issue()),
        Given.oneOf("severity", SEVERITIES, issue.severity()),
        Given.words("category", issue.category()));
  }
}
