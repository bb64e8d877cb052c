package io.creatoros.core.reading;

import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.text.StructuredText;
import io.creatoros.core.text.StructuredText.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The findings of one file, as its reader collects them; up to a limit of each kind. */
public final class FileFindings {

  private static final int MOST_OF_A_KIND = 20;

  private final String path;
  private final List<CourseFinding> found = new ArrayList<>();

  /** Of this file. */
  public FileFindings(SourceText source) {
    this.path = source.path().value();
  }

  /** Adds a finding about the file as a whole. */
  public void add(FindingCode code, String message, String remedy) {
    add(code, OptionalInt.empty(), message, remedy);
  }

  /** Adds a finding about a line, counted from 1. */
  public void add(FindingCode code, int line, String message, String remedy) {
    add(code, OptionalInt.of(line), message, remedy);
  }

  private void add(FindingCode code, OptionalInt line, String message, String remedy) {
    long ofKind = found.stream().filter(finding -> finding.code() == code).count();
    if (ofKind < MOST_OF_A_KIND) {
      found.add(new CourseFinding(code, path, line, message, remedy));
    }
  }

  /** Adds why a YAML or JSON text could not be read to its end, if it could not. */
  public void addProblem(StructuredText text, FindingCode ifInvalid) {
    text.problem().ifPresent(problem -> addProblem(problem, ifInvalid));
  }

  private void addProblem(Problem problem, FindingCode ifInvalid) {
    if (problem.tooLarge()) {
      add(
          FindingCode.STRUCTURE_TOO_LARGE,
          problem.line(),
          "cannot be read from here on: " + problem.reason(),
          "make it shorter and flatter, or split it");
    } else {
      add(
          ifInvalid,
          problem.line(),
          "cannot be read from here on: " + problem.reason(),
          "correct this line or the one above it");
    }
  }

  /** What was found, in the order it was added. */
  public List<CourseFinding> all() {
    return List.copyOf(found);
  }
}
