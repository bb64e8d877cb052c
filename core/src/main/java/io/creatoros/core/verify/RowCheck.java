package io.creatoros.core.verify;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.course.TypedRows;
import io.creatoros.core.projection.Projector;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Judges the typed rows of a course whose bytes were verified. Where bytes differ, rows that speak
 * of them differ too; that is not said twice. Pure.
 */
final class RowCheck {

  /** Files that lessons' rows speak of, besides the lesson's own. */
  private static final Set<ArtifactKind> SHARED =
      EnumSet.of(
          ArtifactKind.BRIEF, ArtifactKind.CURRICULUM, ArtifactKind.OUTLINE, ArtifactKind.RECORD);

  private RowCheck() {}

  /**
   * What was found of the bytes, with what is found of the rows.
   *
   * @param projected what the folder's files project to
   * @param mirror the mirror's rows at the revision that was verified
   */
  static CourseVerification judge(
      CourseVerification bytes, List<TypedRow> projected, TypedRows mirror) {
    if (mirror.version() > Projector.VERSION) {
      return bytes.because(
          "the typed rows are of projection "
              + mirror.version()
              + ", this creatoros knows "
              + Projector.VERSION
              + "; install the newer creatoros that the other workspaces use");
    }
    boolean same = bytes.findings().isEmpty();
    if (mirror.version() < Projector.VERSION) {
      boolean any = !projected.isEmpty() || !mirror.rows().isEmpty();
      return same && any ? bytes.withRows(0, List.of(notProjected())) : bytes;
    }
    RowComparison.Found found =
        new RowComparison(projected, mirror).compare(comparable(bytes.findings()));
    return bytes.withRows(found.equal(), found.findings());
  }

  private static RowFinding notProjected() {
    return new RowFinding(
        new RowKey(RowTable.CONTENT_PIECES, ""), RowHow.NOT_PROJECTED, List.of(), "");
  }

  private static Predicate<RowKey> comparable(List<Finding> findings) {
    if (findings.isEmpty()) {
      return key -> true;
    }
    if (findings.stream().map(found -> ArtifactKind.of(found.path())).anyMatch(SHARED::contains)) {
      return key -> false;
    }
    Set<String> different =
        findings.stream().map(Finding::path).map(ArtifactPath::value).collect(Collectors.toSet());
    return key -> key.table() == RowTable.COURSE_LESSONS && !different.contains(key.path());
  }
}
