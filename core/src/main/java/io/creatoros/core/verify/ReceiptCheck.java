package io.creatoros.core.verify;

import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks a folder or a mirror against what a receipt proved, without the other. Every byte is read
 * anew; nothing is written.
 */
public final class ReceiptCheck {

  private final Receipt receipt;
  private final VerifySettings settings;
  private final VerifyOptions options;

  /** A check against one receipt. */
  public ReceiptCheck(Receipt receipt, VerifySettings settings, VerifyOptions options) {
    this.receipt = receipt;
    this.settings = settings;
    this.options = options;
  }

  /** The courses that the receipt speaks of, ordered. */
  public List<CourseId> courses() {
    return receipt.courses().stream().map(Receipt.CourseProof::course).sorted().toList();
  }

  /**
   * Checks course folders. What is missing, extra or different there is named.
   *
   * @param courses some of the receipt's courses, or others, which it proves nothing of
   */
  public Verification folder(
      CourseFolders folders, Collection<CourseId> courses, VerifyListener listener) {
    return check(
        course -> new Watched.Folder(folders, course, (hash, bytes) -> {}), courses, listener);
  }

  /**
   * Checks a mirror, which may be another one than the receipt speaks of.
   *
   * @param courses some of the receipt's courses, or others, which it proves nothing of
   */
  public Verification mirror(
      CourseMirror mirror, Collection<CourseId> courses, VerifyListener listener) {
    return check(course -> new Watched.Mirror(mirror, course), courses, listener);
  }

  private Verification check(
      Function<CourseId, Watched> place, Collection<CourseId> courses, VerifyListener listener) {
    SightingComparison comparison = new SightingComparison(settings.sizeLimit(), options.strict());
    List<CourseVerification> checked =
        new CourseRuns(settings.parallel(), listener)
            .run(
                courses,
                (course, sides) ->
                    proof(course)
                        .map(proof -> check(proof, comparison, place.apply(course), sides))
                        .orElseGet(() -> unproved(course)));
    return new Verification(settings.clock().instant(), receipt.mirror(), checked);
  }

  private CourseVerification check(
      Receipt.CourseProof proof, SightingComparison comparison, Watched place, Sides sides) {
    CourseVerification checked =
        CourseCheck.settle(comparison, new Watched.Recorded(proof), place, sides)
            .conclude(proof.course(), options.keepProof());
    return proof.verdict() == VerifyVerdict.EQUAL
        ? checked
        : checked.because(
            "the receipt proves a part of the course only: it was " + proof.verdict());
  }

  private Optional<Receipt.CourseProof> proof(CourseId course) {
    return receipt.courses().stream().filter(proof -> proof.course().equals(course)).findFirst();
  }

  private static CourseVerification unproved(CourseId course) {
    return CourseVerification.undecided(course, "the receipt says nothing of this course");
  }
}
