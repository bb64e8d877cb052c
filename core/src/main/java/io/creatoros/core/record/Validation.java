package io.creatoros.core.record;

import io.creatoros.core.course.Sha256;
import io.creatoros.core.quality.LessonScores;
import io.creatoros.core.record.Review.Issue;
import java.util.List;
import java.util.Optional;

/**
 * Whether a lesson is good enough: as a reviewer said of the very bytes it has, or else as its
 * scores and its length say.
 *
 * @param status {@code passed}, {@code warning} or {@code failed}
 * @param issues what is wrong, in order
 * @param reviewer who judged, where a reviewer did
 */
public record Validation(String status, List<Issue> issues, Optional<String> reviewer) {

  /** Lessons with fewer words are too short. */
  public static final int LEAST_WORDS = 500;

  public Validation {
    issues = List.copyOf(issues);
  }

  /**
   * The validation of a lesson. Without a verdict on these bytes it has failed when its GPS is
   * incomplete, and is to be warned of when its Didática is below {@value
   * io.creatoros.core.quality.DidaticaScore#PASS} or it has fewer than {@value #LEAST_WORDS} words.
   *
   * @param review a reviewer's verdict
   * @param current the hash of the lesson's bytes
   */
  public static Validation of(
      LessonScores scores, int words, Optional<Review> review, Sha256 current) {
    return byReviewer(review, current).orElseGet(() -> byScores(scores, words));
  }

  /** The validation by a reviewer alone; empty without a verdict on these bytes. */
  public static Optional<Validation> byReviewer(Optional<Review> review, Sha256 current) {
    return review
        .filter(verdict -> verdict.judged().equals(current))
        .map(verdict -> new Validation(verdict.verdict(), verdict.issues(), verdict.reviewer()));
  }

  private static Validation byScores(LessonScores scores, int words) {
    boolean good = scores.didatica().passes() && words >= LEAST_WORDS;
    String status = !scores.gps().complete() ? "failed" : good ? "passed" : "warning";
    return new Validation(status, ScoreIssues.of(scores, words), Optional.empty());
  }
}
