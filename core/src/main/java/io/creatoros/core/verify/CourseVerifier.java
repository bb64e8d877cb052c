package io.creatoros.core.verify;

import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.TypedRows;
import io.creatoros.core.projection.CourseRows;
import io.creatoros.core.projection.FactsReader;
import io.creatoros.core.projection.FolderProjection;
import io.creatoros.core.projection.KeptBytes;
import java.util.Optional;

/**
 * Verifies one course whole: its bytes, then its typed rows at the revision the bytes were found
 * at. When the course moves on in between, both are looked at again.
 */
final class CourseVerifier {

  private final CourseFolders folders;
  private final CourseMirror mirror;
  private final SightingComparison comparison;
  private final FolderProjection projection;
  private final boolean keepProof;

  CourseVerifier(
      CourseFolders folders,
      CourseMirror mirror,
      VerifySettings settings,
      VerifyOptions options,
      FactsReader reader) {
    this.folders = folders;
    this.mirror = mirror;
    this.comparison = new SightingComparison(settings.sizeLimit(), options.strict());
    this.projection = new FolderProjection(folders, settings.sizeLimit(), reader);
    this.keepProof = options.keepProof();
  }

  CourseVerification verify(CourseId course, Sides sides) {
    for (int round = 1; ; round++) {
      KeptBytes kept = new KeptBytes();
      CourseCheck check =
          CourseCheck.settle(
              comparison,
              new Watched.Folder(folders, course, kept),
              new Watched.Mirror(mirror, course),
              sides);
      CourseVerification bytes = check.conclude(course, keepProof);
      Optional<CourseVerification> verified = withRows(bytes, check.reference(), kept);
      if (verified.isPresent()) {
        return verified.get();
      }
      if (round == CourseCheck.ROUNDS) {
        return bytes.because("it kept changing while its typed rows were compared");
      }
    }
  }

  /** The rows' part; empty when folder or mirror moved on since the bytes were looked at. */
  private Optional<CourseVerification> withRows(
      CourseVerification bytes, Sighting folder, KeptBytes kept) {
    boolean incomparable = bytes.onlyIn().isPresent() || !bytes.reasons().isEmpty();
    if (incomparable) {
      return Optional.of(bytes);
    }
    TypedRows rows = mirror.rows(bytes.course());
    if (rows.revision() != bytes.revision()) {
      return Optional.empty();
    }
    Optional<CourseRows> projected = projection.of(folder.manifest(), kept);
    return projected.map(files -> RowCheck.judge(bytes, files.rows(), rows));
  }
}
