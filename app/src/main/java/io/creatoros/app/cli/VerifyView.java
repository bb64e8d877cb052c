package io.creatoros.app.cli;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.sync.ArtifactRef;
import io.creatoros.core.verify.CourseVerification;
import io.creatoros.core.verify.Finding;
import io.creatoros.core.verify.RowFinding;
import io.creatoros.core.verify.RowHow;
import io.creatoros.core.verify.Verification;
import io.creatoros.core.verify.VerifyVerdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows what a verification found. */
final class VerifyView {

  private VerifyView() {}

  /**
   * A verification of one place.
   *
   * @param place what was checked against a receipt; empty when folder and mirror were compared
   */
  record Part(String place, Verification verification) {}

  /**
   * Shows verifications.
   *
   * @param elsewhere courses that only the mirror holds and that were not looked at
   */
  static Outcome of(List<Part> parts, Collection<CourseId> elsewhere) {
    ExitCode code = code(parts);
    VerifyVerdict verdict =
        parts.stream()
            .map(part -> part.verification().verdict())
            .max(VerifyVerdict::compareTo)
            .orElse(VerifyVerdict.EQUAL);
    String next = next(code);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("verdict", verdict);
    data.put("checks", parts.stream().map(VerifyView::json).toList());
    data.put("elsewhere", elsewhere);
    data.put("next", next);
    List<String> lines = new ArrayList<>();
    for (Part part : parts) {
      lines(part, lines);
    }
    lines.addAll(Elsewhere.lines(elsewhere));
    lines.add("");
    lines.add(verdict + ": " + scope(parts));
    if (!next.isEmpty()) {
      lines.add("next: " + next);
    }
    return new Outcome(code, data, lines, List.of());
  }

  private static ExitCode code(List<Part> parts) {
    Set<ExitCode> codes = EnumSet.noneOf(ExitCode.class);
    for (Part part : parts) {
      for (CourseVerification course : part.verification().courses()) {
        course.failure().ifPresent(failure -> codes.add(Failure.exit(failure)));
        if (course.verdict() == VerifyVerdict.INCONCLUSIVE) {
          codes.add(ExitCode.INCONCLUSIVE);
        }
        if (course.findings().stream().anyMatch(finding -> finding.how().isConclusive())) {
          codes.add(ExitCode.DIFFERENT);
        }
        if (course.rows().stream().anyMatch(row -> row.how() == RowHow.REFUSED)) {
          codes.add(ExitCode.REJECTED);
        }
        if (course.rows().stream().anyMatch(row -> row.how() != RowHow.REFUSED)) {
          codes.add(ExitCode.DIFFERENT);
        }
      }
    }
    return ExitCode.first(codes);
  }

  private static String next(ExitCode code) {
    return switch (code) {
      case DONE -> "";
      case DIFFERENT -> "creatoros sync --full, which mends typed rows and names what to decide";
      case REJECTED -> "creatoros findings COURSE, for each course with a typed row refused";
      case INCONCLUSIVE -> "creatoros verify, when nothing writes to the files named";
      case SCHEMA -> "creatoros schema check";
      default -> "creatoros verify";
    };
  }

  private static void lines(Part part, List<String> lines) {
    if (!part.place().isEmpty()) {
      lines.add("The " + part.place() + " against the receipt:");
    }
    Table table = new Table("COURSE", "REVISION", "EQUAL", "BYTES", "UNSTORED", "ROWS", "VERDICT");
    for (CourseVerification course : part.verification().courses()) {
      table.row(
          course.course(),
          course.revision(),
          course.files(),
          course.bytes(),
          course.unstored(),
          course.rowsEqual(),
          course.verdict());
    }
    lines.addAll(table.lines());
    part.verification().courses().forEach(course -> notes(course, lines));
  }

  private static void notes(CourseVerification course, List<String> lines) {
    course
        .onlyIn()
        .ifPresent(place -> lines.add(course.course() + ": only " + place + " holds this course"));
    course
        .failure()
        .ifPresent(e -> lines.add(course.course() + ": " + e.code() + ": " + e.getMessage()));
    course.reasons().forEach(reason -> lines.add(course.course() + ": " + reason));
    for (Finding finding : course.findings()) {
      lines.add(
          (finding.how().isConclusive() ? "! " : "? ")
              + new ArtifactRef(course.course(), finding.path())
              + ": "
              + finding.describe());
    }
    for (RowFinding row : course.rows()) {
      lines.add("! " + course.course() + " " + row.key() + ": " + row.describe());
    }
  }

  private static String scope(List<Part> parts) {
    Verification first = parts.get(0).verification();
    return Text.count(first.courses().size(), "course")
        + ", "
        + Text.count(first.files(), "equal file")
        + ", "
        + first.bytes()
        + " bytes"
        + (first.rows() > 0 ? ", " + Text.count(first.rows(), "equal typed row") : "")
        + (first.unstored() > 0
            ? ", " + first.unstored() + " of them unstored for their size"
            : "");
  }

  private static Map<String, Object> json(Part part) {
    return CourseJson.row(
        "of", part.place().isEmpty() ? "folder and mirror" : part.place(),
        "verdict", part.verification().verdict(),
        "at", part.verification().at(),
        "mirror", part.verification().mirror(),
        "files", part.verification().files(),
        "bytes", part.verification().bytes(),
        "unstored", part.verification().unstored(),
        "rowsEqual", part.verification().rows(),
        "courses", part.verification().courses().stream().map(VerifyView::json).toList());
  }

  private static Map<String, Object> json(CourseVerification course) {
    return CourseJson.row(
        "course", course.course(),
        "verdict", course.verdict(),
        "revision", course.revision(),
        "files", course.files(),
        "bytes", course.bytes(),
        "unstored", course.unstored(),
        "onlyIn", course.onlyIn().map(Enum::name),
        "reasons", course.reasons(),
        "findings",
            course.findings().stream()
                .map(
                    finding ->
                        CourseJson.row(
                            "path", finding.path(),
                            "how", finding.how(),
                            "place", finding.place().name(),
                            "reference", finding.reference().name(),
                            "detail", finding.detail()))
                .toList(),
        "rowsEqual", course.rowsEqual(),
        "rows", course.rows().stream().map(VerifyView::json).toList(),
        "failure", course.failure().map(CourseJson::of));
  }

  private static Map<String, Object> json(RowFinding row) {
    return CourseJson.row(
        "table", row.key().table().tableName(),
        "path", row.key().path(),
        "how", row.how(),
        "columns",
            row.columns().stream()
                .map(
                    column ->
                        CourseJson.row(
                            "column", column.column(),
                            "files", column.files(),
                            "mirror", column.mirror()))
                .toList(),
        "detail", row.detail());
  }
}
