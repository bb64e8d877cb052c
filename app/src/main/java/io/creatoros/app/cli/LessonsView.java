package io.creatoros.app.cli;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.query.LessonOverview;
import java.util.ArrayList;
import java.util.List;

/** Shows lessons of a course. */
final class LessonsView {

  /** What a lesson is called that was not scored. */
  static final String UNSCORED = "unscored";

  private static final int LONGEST_TITLE = 48;

  private final CourseId course;
  private final int all;
  private final List<LessonOverview> lessons;
  private final boolean why;

  LessonsView(CourseId course, int all, List<LessonOverview> lessons, boolean why) {
    this.course = course;
    this.all = all;
    this.lessons = lessons;
    this.why = why;
  }

  Outcome outcome() {
    List<String> lines = new ArrayList<>();
    if (!lessons.isEmpty()) {
      lines.addAll(why ? explained() : table().lines());
      lines.add("");
    }
    lines.add(
        lessons.size() == all
            ? Text.count(all, "lesson")
            : lessons.size() + " of " + Text.count(all, "lesson"));
    return Outcome.done(
        CourseJson.row(
            "course", course,
            "all", all,
            "lessons", lessons.stream().map(OverviewJson::of).toList()),
        lines);
  }

  private Table table() {
    Table table = new Table("LESSON", "TITLE", "GPS", "DIDÁTICA", "WORDS", "CHECKED", "FILE");
    for (LessonOverview lesson : lessons) {
      table.row(
          Text.orNone(lesson.lessonId()),
          Text.atMost(lesson.title(), LONGEST_TITLE),
          Text.score(lesson.gps()),
          Text.score(lesson.didatica()),
          Text.orNone(lesson.words()),
          Text.orNone(lesson.validation()),
          lesson.path());
    }
    return table;
  }

  private List<String> explained() {
    List<String> rows = table().lines();
    List<String> lines = new ArrayList<>();
    lines.add(rows.get(0));
    for (int i = 0; i < lessons.size(); i++) {
      lines.add(rows.get(i + 1));
      lessons.get(i).issues().forEach(issue -> lines.add("    " + issue));
    }
    return lines;
  }
}
