package io.creatoros.app.cli;

import io.creatoros.core.query.ProjectStats;
import io.creatoros.core.query.ProjectStats.PersonaStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Shows a project in figures. */
final class StatsView {

  private final ProjectStats stats;
  private final Optional<Long> written;

  /**
   * A view.
   *
   * @param written how many lessons the folders of this workspace hold; empty without a workspace
   */
  StatsView(ProjectStats stats, Optional<Long> written) {
    this.stats = stats;
    this.written = written;
  }

  Outcome outcome() {
    return Outcome.done(json(), lines());
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        Text.count(stats.courses(), "course")
            + ", "
            + Text.count(stats.modules(), "module")
            + ", "
            + Text.count(stats.lessons(), "lesson")
            + ", "
            + Text.count(stats.words(), "word"));
    lines.add("");
    lines.add(
        "lessons: "
            + stats.plannedLessons()
            + " planned in curricula, "
            + written.map(count -> count + " written here, ").orElse("")
            + stats.lessons()
            + " synced");
    lines.add("checked: " + CoursesView.checked(stats.validation()));
    lines.add("");
    lines.addAll(Histogram.lines("lessons by GPS, points of 30", stats.gps(), String::valueOf));
    lines.add("");
    lines.addAll(
        Histogram.lines("lessons by Didática, points of 100", stats.didatica(), StatsView::ten));
    if (!stats.personas().isEmpty()) {
      lines.add("");
      lines.addAll(personas().lines());
    }
    return lines;
  }

  private static String ten(int from) {
    return from >= 100 ? "100" : from + "–" + (from + 9);
  }

  private Table personas() {
    Table table = new Table("PERSONA", "COURSES", "LESSONS", "GPS", "DIDÁTICA", "VOICE");
    for (PersonaStats persona : stats.personas()) {
      table.row(
          persona.persona().isEmpty() ? "(none)" : persona.persona(),
          persona.courses(),
          persona.lessons(),
          Text.score(persona.averageGps()),
          Text.score(persona.averageDidatica()),
          Text.score(persona.averageFidelity()));
    }
    return table;
  }

  private Map<String, Object> json() {
    return CourseJson.row(
        "courses", stats.courses(),
        "modules", stats.modules(),
        "lessons", stats.lessons(),
        "words", stats.words(),
        "coverage",
            CourseJson.row(
                "planned", stats.plannedLessons(), "written", written, "synced", stats.lessons()),
        "validation", OverviewJson.of(stats.validation()),
        "gps", distribution(stats.gps()),
        "didatica", distribution(stats.didatica()),
        "personas", stats.personas().stream().map(StatsView::json).toList());
  }

  private static List<Map<String, Object>> distribution(SortedMap<Integer, Integer> counts) {
    return counts.entrySet().stream()
        .map(count -> CourseJson.row("points", count.getKey(), "lessons", count.getValue()))
        .toList();
  }

  private static Map<String, Object> json(PersonaStats persona) {
    return CourseJson.row(
        "persona", persona.persona().isEmpty() ? Optional.empty() : persona.persona(),
        "courses", persona.courses(),
        "lessons", persona.lessons(),
        "averageGps", persona.averageGps(),
        "averageDidatica", persona.averageDidatica(),
        "averageFidelity", persona.averageFidelity());
  }
}
