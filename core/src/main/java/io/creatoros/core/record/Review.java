package io.creatoros.core.record;

import io.creatoros.core.course.Sha256;
import java.util.List;
import java.util.Optional;

/**
 * A reviewer's verdict on a file. It stands while the file has the bytes that were judged.
 *
 * @param path the file, relative to the course; absent in a lesson's record, whose lesson is meant
 * @param judged the hash of the bytes that were judged
 * @param verdict {@code passed}, {@code warning} or {@code failed}
 * @param issues what the reviewer found, in order
 * @param reviewer who judged
 */
public record Review(
    Optional<String> path,
    Sha256 judged,
    String verdict,
    List<Issue> issues,
    Optional<String> reviewer) {

  public Review {
    issues = List.copyOf(issues);
  }

  /**
   * One thing that was found.
   *
   * @param issue in words
   * @param severity {@code error}, {@code warning} or {@code info}
   * @param category what it is about
   */
  public record Issue(String issue, String severity, String category) {}
}
