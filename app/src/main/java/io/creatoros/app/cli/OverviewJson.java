package io.creatoros.app.cli;

import io.creatoros.core.query.CourseOverview;
import io.creatoros.core.query.LessonOverview;
import io.creatoros.core.query.ValidationCounts;
import java.util.Map;

/** Courses and lessons as JSON. */
final class OverviewJson {

  private OverviewJson() {}

  static Map<String, Object> of(CourseOverview course) {
    return CourseJson.row(
        "course", course.course(),
        "title", course.title(),
        "slug", course.slug(),
        "persona", course.persona(),
        "fidelity", course.fidelity(),
        "fidelityTarget", course.fidelityTarget(),
        "status", course.status(),
        "keywords", course.keywords(),
        "type", course.type(),
        "tool", course.tool(),
        "level", course.level(),
        "language", course.language(),
        "modules", course.modules(),
        "lessons", course.lessons(),
        "plannedLessons", course.plannedLessons(),
        "words", course.words(),
        "averageGps", course.averageGps(),
        "averageDidatica", course.averageDidatica(),
        "validation", of(course.validation()),
        "errors", course.errors(),
        "warnings", course.warnings());
  }

  static Map<String, Object> of(ValidationCounts counts) {
    return CourseJson.row(
        "passed", counts.passed(),
        "warning", counts.warning(),
        "failed", counts.failed(),
        "unscored", counts.unscored());
  }

  static Map<String, Object> of(LessonOverview lesson) {
    return CourseJson.row(
        "path", lesson.path(),
        "lessonId", lesson.lessonId(),
        "moduleNumber", lesson.moduleNumber(),
        "lessonNumber", lesson.lessonNumber(),
        "moduleTitle", lesson.moduleTitle(),
        "title", lesson.title(),
        "words", lesson.words(),
        "gps", lesson.gps(),
        "didatica", lesson.didatica(),
        "validation", lesson.validation(),
        "issues", lesson.issues(),
        "bloomLevel", lesson.bloomLevel(),
        "durationMinutes", lesson.durationMinutes(),
        "status", lesson.status());
  }
}
