package io.creatoros.core.persist;

import io.creatoros.core.course.Sha256;
import io.creatoros.core.record.CourseRecord;
import io.creatoros.core.record.LessonRecord;
import io.creatoros.core.record.Review;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is given, as records of nothing else. */
final class Values {

  private Values() {}

  static CourseRecord of(CourseDraft draft) {
    return new CourseRecord(
        draft.persona(),
        draft.personaName(),
        Optional.empty(),
        draft.status(),
        Optional.empty(),
        draft.keywords().orElseGet(List::of),
        Optional.empty(),
        List.of(),
        draft.provenance());
  }

  static CourseRecord ofCourse(Optional<BigDecimal> fidelity, Optional<Integer> competitors) {
    return new CourseRecord(
        Optional.empty(),
        Optional.empty(),
        fidelity,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        competitors,
        List.of(),
        Map.of());
  }

  static LessonRecord of(LessonDraft draft) {
    return new LessonRecord(
        Optional.empty(),
        Optional.empty(),
        draft.voiceFidelity(),
        draft.status(),
        Optional.empty(),
        draft.generationSeconds(),
        draft.generationCostUsd(),
        draft.retries(),
        draft.provenance());
  }

  static LessonRecord ofLesson(BigDecimal fidelity) {
    return lesson(Optional.of(fidelity), Optional.empty());
  }

  static LessonRecord of(LessonVerdict verdict, Sha256 judged) {
    Review review =
        new Review(
            Optional.empty(), judged, verdict.verdict(), verdict.issues(), verdict.reviewer());
    return lesson(Optional.empty(), Optional.of(review));
  }

  private static LessonRecord lesson(Optional<BigDecimal> fidelity, Optional<Review> review) {
    return new LessonRecord(
        Optional.empty(),
        Optional.empty(),
        fidelity,
        Optional.empty(),
        review,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /** Whether a draft has values that its text does not carry. */
  static boolean any(LessonDraft draft) {
    return draft.voiceFidelity().isPresent()
        || draft.status().isPresent()
        || draft.generationSeconds().isPresent()
        || draft.generationCostUsd().isPresent()
        || draft.retries().isPresent()
        || !draft.provenance().isEmpty();
  }

  /** Whether a draft has values that no brief carries for sure. */
  static boolean any(CourseDraft draft) {
    return draft.persona().isPresent()
        || draft.personaName().isPresent()
        || draft.keywords().isPresent()
        || draft.status().isPresent()
        || !draft.provenance().isEmpty();
  }
}
