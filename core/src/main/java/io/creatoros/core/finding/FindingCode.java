package io.creatoros.core.finding;

/** The kinds of findings. The name is the stable code; scripts may rely on it. */
public enum FindingCode {
  TEXT_NOT_UTF8(Severity.WARNING, "The file is not valid UTF-8; its bytes are kept as they are."),
  TEXT_HAS_NUL(Severity.WARNING, "The text holds NUL characters, which databases refuse in text."),
  TEXT_TOO_LONG(Severity.WARNING, "The file is too long to be read; its bytes are kept."),
  YAML_INVALID(Severity.ERROR, "The YAML cannot be read from the line on."),
  JSON_INVALID(Severity.ERROR, "The JSON cannot be read."),
  BRIEF_MISSING(Severity.WARNING, "The course has lessons and no brief."),
  BRIEF_SEVERAL(Severity.INFO, "There is more than one brief; one of them is used."),
  CURRICULUM_SEVERAL(Severity.INFO, "There is more than one curriculum; one of them is used."),
  REPORT_SEVERAL(Severity.INFO, "There is more than one report of a kind; one of them is used."),
  SLUG_CONTRADICTS(Severity.WARNING, "Brief and curriculum name different slugs."),
  PERSONA_CONTRADICTS(Severity.WARNING, "Brief and curriculum name different personas."),
  LESSONS_NOT_WRITTEN(Severity.WARNING, "The curriculum lists lessons that have no file."),
  LESSONS_NOT_PLANNED(Severity.INFO, "There are lessons that the curriculum does not list."),
  PLANNED_FILE_ABSENT(Severity.INFO, "The curriculum names files that are called otherwise."),
  LESSON_COUNTS_DIFFER(
      Severity.WARNING, "Lessons declared, listed and written are not the same number."),
  LESSON_LABEL_TWICE(Severity.WARNING, "Two files claim to be the same lesson."),
  RECORD_IDLE(Severity.WARNING, "A record belongs to no single lesson, or judges no file."),
  REVIEW_OUTDATED(Severity.INFO, "A lesson was changed after it was reviewed."),
  NAME_DIFFERS_IN_CASE(
      Severity.WARNING,
      "Two names differ in upper and lower case only; not every computer keeps both."),
  STRUCTURE_TOO_LARGE(Severity.ERROR, "The file nests too deeply or repeats itself too often.");

  private final Severity severity;
  private final String meaning;

  FindingCode(Severity severity, String meaning) {
    this.severity = severity;
    this.meaning = meaning;
  }

  /** How much findings of this kind matter. */
  public Severity severity() {
    return severity;
  }

  /** What the code says, in one sentence, for the list of codes. */
  public String meaning() {
    return meaning;
  }
}
