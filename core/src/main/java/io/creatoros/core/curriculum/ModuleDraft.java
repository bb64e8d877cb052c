package io.creatoros.core.curriculum;

import io.creatoros.core.curriculum.Curriculum.PlannedLesson;
import io.creatoros.core.curriculum.Curriculum.PlannedModule;
import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.reading.FileFindings;
import io.creatoros.core.reading.ModuleNumber;
import io.creatoros.core.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A module as a curriculum writes it, and the lessons found for it so far. */
final class ModuleDraft {

  /** Keys by which a lesson that stands apart names its module. */
  static final String[] REFERENCES = {"module", "module_id", "module_number", "modulo", "módulo"};

  private static final List<String> IDS =
      List.of(
          "module_number", "number", "numero", "module_id", "id", "module", "modulo", "block_id");

  private final Value value;
  private final Optional<String> key;
  private final List<Listed> lessons = new ArrayList<>();

  /**
   * @param lessonsWithin whether the lessons stand within; where they stand apart, what stands
   *     within are only their ids
   */
  ModuleDraft(Listed listed, boolean lessonsWithin) {
    this.value = listed.value();
    this.key = listed.key();
    Listed.under(value, Keys.LESSONS).stream()
        .filter(lesson -> lessonsWithin || lesson.value() instanceof Value.Entries)
        .forEach(lessons::add);
  }

  /** A module known only from lessons that name it. */
  ModuleDraft(Optional<String> name, int line) {
    this.value = new Value.Entries(Map.of(), line);
    this.key = name;
  }

  void add(Listed lesson) {
    lessons.add(lesson);
  }

  /** What lessons that stand apart may call it. */
  Stream<String> names() {
    return Stream.concat(ids(), title().stream());
  }

  /** A name without the difference of upper and lower case. */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  int line() {
    return value.line();
  }

  /** What it is called in findings. */
  String name() {
    return label().or(this::title).map(name -> "module " + name).orElse("a module");
  }

  PlannedModule plan(FileFindings findings) {
    Optional<String> label = label();
    List<PlannedLesson> planned =
        lessons.stream().map(lesson -> new LessonEntry(lesson, label).plan(findings)).toList();
    return new PlannedModule(
        label.or(() -> commonModule(planned)),
        title(),
        declared(),
        Durations.of(value),
        Blooms.of(value, findings),
        planned);
  }

  Optional<String> label() {
    Optional<String> number = ids().map(ModuleNumber::of).flatMap(Optional::stream).findFirst();
    return number.or(() -> ids().findFirst());
  }

  private Optional<String> title() {
    return value
        .text("module_title", "module_name")
        .or(() -> value.text(Keys.TITLE))
        .or(value::text);
  }

  private Optional<Integer> declared() {
    return value
        .get(Keys.LESSONS)
        .flatMap(Value::text)
        .flatMap(Keys::number)
        .or(() -> Keys.number(value, Keys.LESSON_COUNT));
  }

  private Stream<String> ids() {
    return Stream.concat(IDS.stream().flatMap(id -> value.text(id).stream()), key.stream());
  }

  private static Optional<String> commonModule(List<PlannedLesson> lessons) {
    List<String> modules =
        lessons.stream()
            .map(lesson -> lesson.label().map(LessonLabel::module).orElse(""))
            .distinct()
            .toList();
    return modules.size() == 1 && !modules.get(0).isEmpty()
        ? Optional.of(modules.get(0))
        : Optional.empty();
  }
}
