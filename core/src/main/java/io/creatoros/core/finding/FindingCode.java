package io.creatoros.core.finding;

/** The kinds of findings. The name is the stable code; scripts may rely on it. */
public enum FindingCode {
  TEXT_NOT_UTF8(Severity.WARNING, "The file is not valid UTF-8; its bytes are kept as they are."),
  TEXT_HAS_NUL(Severity.WARNING, "The text holds NUL characters, which databases refuse in text."),
  TEXT_TOO_LONG(Severity.WARNING, "The file is too long to be read; its bytes are kept."),
  PROJECTION_FAILED(
      Severity.ERROR, "A defect in creatoros kept the course from being put together."),
  READER_FAILED(Severity.ERROR, "A defect in creatoros kept the file from being understood."),
  YAML_INVALID(Severity.ERROR, "The YAML cannot be read from the line on."),
  JSON_INVALID(Severity.ERROR, "The JSON cannot be read."),
  BRIEF_MISSING(Severity.WARNING, "The course has lessons and no brief."),
  CURRICULUM_MISSING(Severity.INFO, "The course has lessons and no curriculum."),
  COURSE_HOLDS_COURSES(Severity.WARNING, "Folders of the course look like courses of their own."),
  BRIEF_SEVERAL(Severity.INFO, "There is more than one brief; one of them is used."),
  CURRICULUM_SEVERAL(Severity.INFO, "There is more than one curriculum; one of them is used."),
  REPORT_SEVERAL(Severity.INFO, "There is more than one report of a kind; one of them is used."),
  BRIEF_COUNT_DIFFERS(
      Severity.WARNING,
      "The brief states a number of lessons that is not what is planned, or not what is there."),
  SLUG_CONTRADICTS(Severity.WARNING, "Brief and curriculum name different slugs."),
  PERSONA_CONTRADICTS(Severity.WARNING, "Brief and curriculum name different personas."),
  CURRICULUM_EMPTY(Severity.ERROR, "The curriculum has no modules and no lessons."),
  CURRICULUM_COUNT_DIFFERS(
      Severity.WARNING,
      "The curriculum states a number that is not what it lists, or not what is there."),
  CURRICULUM_LESSON_TWICE(Severity.WARNING, "The curriculum gives one number to two lessons."),
  CURRICULUM_LESSONS_NOT_LISTED(
      Severity.INFO, "The curriculum says how many lessons a module has, and not which."),
  CURRICULUM_MODULE_EMPTY(Severity.WARNING, "A module of the curriculum has no lessons."),
  BLOOM_LEVEL_UNKNOWN(Severity.WARNING, "The text names none of the six levels of learning."),
  FIDELITY_TARGET_UNUSABLE(
      Severity.WARNING, "The target for the voice is no share and no percentage."),
  QUIZ_EMPTY(Severity.WARNING, "The quiz has no questions that can be read."),
  QUIZ_IS_MARKDOWN(Severity.WARNING, "A file with the name of a YAML file holds Markdown."),
  QUESTION_TWICE(Severity.WARNING, "Two questions of a quiz have the same id."),
  QUESTION_WITHOUT_ANSWER(Severity.WARNING, "No answer of a question is marked as right."),
  QUESTION_ANSWER_ABSENT(Severity.ERROR, "The right answer of a question is none of its options."),
  LESSONS_NOT_WRITTEN(Severity.WARNING, "The curriculum lists lessons that have no file."),
  LESSONS_NOT_PLANNED(Severity.INFO, "There are lessons that the curriculum does not list."),
  PLANNED_LESSON_DIFFERS(
      Severity.WARNING, "At the place of a planned lesson is one of another title."),
  PLANNED_FILE_ABSENT(Severity.INFO, "The curriculum names files that are called otherwise."),
  LESSON_EMPTY(Severity.WARNING, "The file of a lesson has no text."),
  FRONT_MATTER_OPEN(Severity.WARNING, "What looks like front matter is never closed."),
  LESSON_WITHOUT_TITLE(Severity.WARNING, "A lesson gives no title."),
  LESSON_WITHOUT_HEADING(Severity.INFO, "A lesson gives its title in its front matter only."),
  LESSON_LABEL_CONTRADICTS(
      Severity.WARNING, "A lesson gives itself another number than the name of its file."),
  LESSON_LABEL_TWICE(Severity.WARNING, "Two files claim to be the same lesson."),
  LESSONS_INCOMPLETE(
      Severity.WARNING, "Lessons have no heading that counts as goal, position or steps (GPS)."),
  RECORD_IDLE(Severity.WARNING, "A record belongs to no single lesson, or judges no file."),
  REVIEW_OUTDATED(Severity.INFO, "A lesson was changed after it was reviewed."),
  NAME_DIFFERS_IN_CASE(
      Severity.WARNING,
      "Two names differ in upper and lower case only; not every computer keeps both."),
  STRUCTURE_TOO_LARGE(Severity.ERROR, "The file nests too deeply or repeats itself too often."),
  BRIEF_NOT_FILLED_IN(Severity.WARNING, "The brief is still an empty form."),
  BRIEF_FIELDS_OPEN(Severity.INFO, "Some fields of the brief's form are still open."),
  BRIEF_WITHOUT_TITLE(Severity.WARNING, "The brief gives no title."),
  BRIEF_WITHOUT_OBJECTIVES(Severity.WARNING, "The brief gives no learning objectives."),
  BRIEF_WITHOUT_DURATION(Severity.WARNING, "The brief does not tell how long the course takes."),
  BRIEF_WITHOUT_PAINS(Severity.WARNING, "The brief does not tell what hurts the learners."),
  BRIEF_SLUG_UNUSABLE(Severity.WARNING, "The slug in the brief cannot be part of an address."),
  BRIEF_PERSONA_WITHOUT_SLUG(
      Severity.WARNING, "The brief switches a persona on without telling which."),
  BRIEF_CONTRADICTS_ITSELF(Severity.WARNING, "The brief says one thing here and another there."),
  RECORD_VALUE_INVALID(Severity.WARNING, "A value in a record is not one that it can have."),
  RECORD_KEY_UNKNOWN(Severity.INFO, "A record holds a key that is not read.");

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
