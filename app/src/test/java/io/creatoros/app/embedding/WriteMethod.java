package io.creatoros.app.embedding;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.dualwrite.Persisted;
import io.creatoros.core.lesson.LessonLabels;
import io.creatoros.core.persist.CourseDraft;
import io.creatoros.core.persist.CoursePersister;
import io.creatoros.core.persist.LessonDraft;
import io.creatoros.core.persist.LessonVerdict;
import io.creatoros.core.persist.MetadataDraft;
import io.creatoros.core.persist.ResearchDraft;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Every way to write a course, each with an example. */
enum WriteMethod {
  PERSIST_COURSE(
      "persistCourse(CourseId, CourseDraft)",
      "cupping",
      (to, course) ->
          to.persistCourse(course, CourseDraft.builder().keywords("roast", "cupping").build())),
  PERSIST_METADATA(
      "persistMetadata(CourseId, MetadataDraft)",
      "title: Second brew",
      (to, course) ->
          to.persistMetadata(
              course,
              new MetadataDraft(
                  Optional.of("# Coffee, again\n"),
                  Optional.of("title: Second brew\n"),
                  Optional.of("# Outline\n")))),
  PERSIST_LESSON(
      "persistLesson(CourseId, LessonDraft)",
      "Pour slowly.",
      (to, course) ->
          to.persistLesson(course, LessonDraft.of("1.2", "# Pouring\n\nPour slowly.\n"))),
  PERSIST_LESSONS(
      "persistLessons(CourseId, List)",
      "Rinse the filter.",
      (to, course) ->
          to.persistLessons(
              course,
              List.of(
                  LessonDraft.of("1.2", "# Pouring\n\nIn circles.\n"),
                  LessonDraft.of("1.3", "# Filters\n\nRinse the filter.\n"),
                  LessonDraft.of("1.4", "# Water\n\nNot boiling.\n")))),
  PERSIST_RESEARCH(
      "persistResearch(CourseId, ResearchDraft)",
      "Nobody speaks of water.",
      (to, course) ->
          to.persistResearch(
              course,
              ResearchDraft.builder()
                  .marketAnalysis("# Market\n\nMany drink it.\n")
                  .contentGaps("# Gaps\n\nNobody speaks of water.\n")
                  .competitors(4)
                  .build())),
  UPDATE_CURRICULUM(
      "updateCurriculum(CourseId, String)",
      "title: Third brew",
      (to, course) -> to.updateCurriculum(course, "title: Third brew\n")),
  UPDATE_VOICE_OF_COURSE(
      "updateVoiceFidelity(CourseId, BigDecimal)",
      "0.91",
      (to, course) -> to.updateVoiceFidelity(course, new BigDecimal("0.91"))),
  UPDATE_VOICE_OF_LESSON(
      "updateVoiceFidelity(CourseId, LessonLabel, BigDecimal)",
      "0.92",
      (to, course) ->
          to.updateVoiceFidelity(course, LessonLabels.parse("1.1"), new BigDecimal("0.92"))),
  UPDATE_VOICE_OF_LESSON_AS_WRITTEN(
      "updateVoiceFidelity(CourseId, String, BigDecimal)",
      "0.93",
      (to, course) -> to.updateVoiceFidelity(course, "1.1", new BigDecimal("0.93"))),
  UPDATE_VALIDATION(
      "updateLessonValidation(CourseId, LessonLabel, LessonVerdict)",
      "Rita",
      (to, course) ->
          to.updateLessonValidation(
              course, LessonLabels.parse("1.1"), LessonVerdict.passed().by("Rita"))),
  UPDATE_VALIDATION_AS_WRITTEN(
      "updateLessonValidation(CourseId, String, LessonVerdict)",
      "Rui",
      (to, course) -> to.updateLessonValidation(course, "1.1", LessonVerdict.passed().by("Rui")));

  private final String signature;
  private final String mark;
  private final BiFunction<CoursePersister, CourseId, Persisted> example;

  WriteMethod(
      String signature, String mark, BiFunction<CoursePersister, CourseId, Persisted> example) {
    this.signature = signature;
    this.mark = mark;
    this.example = example;
  }

  /** Its name and the types of its parameters. */
  String signature() {
    return signature;
  }

  /** What stands in one of the files once the example was stored. */
  String mark() {
    return mark;
  }

  /** Stores the example; lesson 1.1 has to be there. */
  Persisted call(CoursePersister to, CourseId course) {
    return example.apply(to, course);
  }
}
