package io.creatoros.core.reading;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.text.StructuredText.Problem;
import java.util.OptionalInt;

/** What a creator should know about YAML or JSON that cannot be read to its end. */
public final class StructureFindings {

  private StructureFindings() {}

  /**
   * The finding of a problem.
   *
   * @param code what it is, unless a limit was met
   * @param remedy what to do, unless a limit was met
   */
  public static CourseFinding of(
      ArtifactPath path, Problem problem, FindingCode code, String what, String remedy) {
    return new CourseFinding(
        problem.tooLarge() ? FindingCode.STRUCTURE_TOO_LARGE : code,
        path.value(),
        OptionalInt.of(problem.line()),
        what + " cannot be read from here on: " + problem.reason(),
        problem.tooLarge() ? "make it smaller" : remedy);
  }
}
