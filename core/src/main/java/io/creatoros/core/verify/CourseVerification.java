package io.creatoros.core.verify;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.storage.StorageException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One course, verified.
 *
 * @param course the course
 * @param revision the course revision of the mirror that was recomputed; 0 if it does not hold the
 *     course, or was not looked at
 * @param files how many files were found equal
 * @param bytes how many bytes these hold
 * @param unstored how many of them the mirror records by hash and size only, for their size
 * @param findings every path that is not equal, ordered by path
 * @param rowsEqual how many typed rows were found equal to what the files project to
 * @param rows every typed row that is not, ordered by key; differences that follow from a path
 *     among the findings are left out
 * @param reasons what else keeps the verdict from being conclusive
 * @param onlyIn the place that alone holds the course, if the other does not
 * @param proof what was found equal, by path; empty unless it was asked for
 * @param failure what ended the look at this course
 */
public record CourseVerification(
    CourseId course,
    long revision,
    int files,
    long bytes,
    int unstored,
    List<Finding> findings,
    int rowsEqual,
    List<RowFinding> rows,
    List<String> reasons,
    Optional<Place> onlyIn,
    SortedMap<ArtifactPath, FileProof> proof,
    Optional<StorageException> failure) {

  public CourseVerification {
    findings = List.copyOf(findings);
    rows = List.copyOf(rows);
    reasons = List.copyOf(reasons);
    proof = Collections.unmodifiableSortedMap(new TreeMap<>(proof));
  }

  /** A course that could not be looked at. */
  static CourseVerification failed(CourseId course, StorageException failure) {
    return nothing(course, List.of(), Optional.of(failure));
  }

  /** A course of which nothing can be said. */
  static CourseVerification undecided(CourseId course, String reason) {
    return nothing(course, List.of(reason), Optional.empty());
  }

  private static CourseVerification nothing(
      CourseId course, List<String> reasons, Optional<StorageException> failure) {
    return new CourseVerification(
        course,
        0,
        0,
        0,
        0,
        List.of(),
        0,
        List.of(),
        reasons,
        Optional.empty(),
        Collections.emptySortedMap(),
        failure);
  }

  /** This with one more reason. */
  CourseVerification because(String reason) {
    List<String> more = new ArrayList<>(reasons);
    more.add(reason);
    return new CourseVerification(
        course, revision, files, bytes, unstored, findings, rowsEqual, rows, more, onlyIn, proof,
        failure);
  }

  /** This with what was found of the typed rows. */
  CourseVerification withRows(int equal, List<RowFinding> different) {
    return new CourseVerification(
        course, revision, files, bytes, unstored, findings, equal, different, reasons, onlyIn,
        proof, failure);
  }

  /**
   * The verdict. What could not be decided comes first: paths and rows that are certainly different
   * are named all the same.
   */
  public VerifyVerdict verdict() {
    if (failure.isPresent()
        || !reasons.isEmpty()
        || findings.stream().anyMatch(finding -> !finding.how().isConclusive())) {
      return VerifyVerdict.INCONCLUSIVE;
    }
    return findings.isEmpty() && rows.isEmpty() ? VerifyVerdict.EQUAL : VerifyVerdict.DIFFERENT;
  }
}
