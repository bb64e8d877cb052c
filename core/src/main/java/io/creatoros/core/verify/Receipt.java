package io.creatoros.core.verify;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.MirrorIdentity;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a verification proved, as data: enough to check the folder or the mirror again without the
 * other. Its {@link #digest()} shows damage, truncation and careless edits; it is no signature.
 *
 * @param tool the version of the program that verified
 * @param at when the verification ended
 * @param mirror the mirror's identity
 * @param project the project in the mirror
 * @param origin the label of the workspace
 * @param verdict the verdict over all courses
 * @param courses what was proved of each course, ordered
 */
public record Receipt(
    String tool,
    Instant at,
    MirrorIdentity mirror,
    String project,
    String origin,
    VerifyVerdict verdict,
    List<CourseProof> courses) {

  /** The version of the receipt's format that this program writes and reads. */
  public static final int FORMAT = 1;

  public Receipt {
    courses = List.copyOf(courses);
  }

  /**
   * What was proved of one course.
   *
   * @param course the course
   * @param verdict its verdict; unless it is equal, the paths are only a part of the course
   * @param revision its revision in the mirror
   * @param paths the files found equal
   */
  public record CourseProof(
      CourseId course,
      VerifyVerdict verdict,
      long revision,
      SortedMap<ArtifactPath, FileProof> paths) {

    public CourseProof {
      paths = Collections.unmodifiableSortedMap(new TreeMap<>(paths));
    }

    /** How many bytes the files hold. */
    public long bytes() {
      return paths.values().stream().mapToLong(FileProof::size).sum();
    }

    /** How many files the mirror has only hash and size of. */
    public int unstored() {
      return (int) paths.values().stream().filter(file -> !file.stored()).count();
    }
  }

  /**
   * The receipt of a verification.
   *
   * @param verification one that kept its proof
   */
  public static Receipt of(Verification verification, String tool, String project, String origin) {
    List<CourseProof> courses =
        verification.courses().stream()
            .map(
                course ->
                    new CourseProof(
                        course.course(), course.verdict(), course.revision(), course.proof()))
            .toList();
    return new Receipt(
        tool,
        verification.at(),
        verification.mirror(),
        project,
        origin,
        verification.verdict(),
        courses);
  }

  /**
   * The hash of all that the receipt says: the SHA-256 of its values in the order of its fields,
   * each as text in the form {@code length:text}, the length being that of the text in UTF-8.
   */
  public String digest() {
    return ReceiptDigest.of(this);
  }
}
