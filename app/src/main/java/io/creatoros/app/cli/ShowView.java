package io.creatoros.app.cli;

import io.creatoros.core.query.CourseOverview;
import io.creatoros.core.query.LessonOverview;
import io.creatoros.core.text.ShellWord;
import io.creatoros.core.verify.VerifiedAt;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows one course. */
final class ShowView {

  private static final String LABEL = "%-10s ";

  private final MirroredCourse held;
  private final CourseOverview course;
  private final List<ModuleOverview> modules;
  private final Optional<VerifiedAt> verified;

  ShowView(MirroredCourse held, List<LessonOverview> lessons, Optional<VerifiedAt> verified) {
    this.held = held;
    this.course = held.overview();
    this.modules = ModuleOverview.of(lessons);
    this.verified = verified;
  }

  Outcome outcome() {
    Map<String, Object> data = new LinkedHashMap<>(OverviewJson.of(course));
    data.put("moduleList", modules.stream().map(ModuleOverview::json).toList());
    data.put("revision", held.summary().revision());
    data.put("files", held.summary().files());
    data.put("bytes", held.summary().bytes());
    data.put("origin", held.summary().origin());
    data.put("verified", verified.map(StatusView::json));
    data.put("next", next());
    return Outcome.done(data, lines());
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(course.title());
    lines.add("");
    line(lines, "course", course.course().path());
    course.slug().ifPresent(slug -> line(lines, "slug", slug));
    course.persona().ifPresent(persona -> line(lines, "persona", persona));
    line(lines, "status", course.status());
    about().ifPresent(about -> line(lines, "about", about));
    if (!course.keywords().isEmpty()) {
      line(lines, "keywords", String.join(", ", course.keywords()));
    }
    line(lines, "lessons", written());
    if (course.lessons() > 0) {
      line(lines, "GPS", average(course.averageGps()));
      line(lines, "Didática", average(course.averageDidatica()));
      line(lines, "checked", CoursesView.checked(course.validation()));
    }
    if (course.fidelity().isPresent() || course.fidelityTarget().isPresent()) {
      line(lines, "voice", voice());
    }
    line(lines, "findings", findings());
    line(
        lines,
        "mirror",
        "revision "
            + held.summary().revision()
            + ", "
            + Text.count(held.summary().files(), "file")
            + ", "
            + Text.size(held.summary().bytes())
            + ", last verified "
            + verified.map(StatusView::shown).orElse("never"));
    if (!modules.isEmpty()) {
      lines.add("");
      lines.addAll(table());
    }
    if (!next().isEmpty()) {
      lines.add("");
      lines.add("next: " + next());
    }
    return lines;
  }

  private static void line(List<String> lines, String label, String value) {
    lines.add(LABEL.formatted(label) + value);
  }

  private static String average(Optional<BigDecimal> score) {
    return score.isEmpty() ? "no lesson is scored" : Text.score(score) + " on average";
  }

  private String voice() {
    return (course.fidelity().isEmpty() ? "not" : Text.score(course.fidelity()))
        + " reported"
        + course
            .fidelityTarget()
            .map(target -> ", " + Text.score(Optional.of(target)) + " aimed at")
            .orElse("");
  }

  private Optional<String> about() {
    List<String> parts = new ArrayList<>();
    course.type().ifPresent(parts::add);
    course.level().ifPresent(parts::add);
    course.tool().ifPresent(parts::add);
    course.language().ifPresent(parts::add);
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }

  private String written() {
    return course.lessons()
        + " written"
        + course.plannedLessons().map(planned -> " of " + planned + " planned").orElse("")
        + (course.lessons() > 0 ? ", " + Text.count(course.words(), "word") : "");
  }

  private String findings() {
    return course.errors() + course.warnings() == 0
        ? "none that matter"
        : Text.count(course.errors(), "error") + ", " + Text.count(course.warnings(), "warning");
  }

  private List<String> table() {
    Table table = new Table("MODULE", "TITLE", "LESSONS", "WORDS", "GPS", "DIDÁTICA", "CHECKED");
    for (ModuleOverview module : modules) {
      table.row(
          Text.orNone(module.number()),
          Text.orNone(module.title()),
          module.lessons().size(),
          module.words(),
          Text.score(module.averageGps()),
          Text.score(module.averageDidatica()),
          CoursesView.checked(module.validation()));
    }
    return table.without("TITLE").lines();
  }

  private String next() {
    String name = ShellWord.of(course.course().path());
    if (course.errors() + course.warnings() > 0) {
      return "creatoros findings " + name;
    }
    boolean open = course.validation().failed() + course.validation().warning() > 0;
    return open ? "creatoros lessons " + name + " --why" : "";
  }
}
