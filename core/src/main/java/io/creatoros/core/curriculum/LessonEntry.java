package io.creatoros.core.curriculum;

import io.creatoros.core.curriculum.Curriculum.PlannedLesson;
import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.lesson.LessonLabels;
import io.creatoros.core.reading.FileFindings;
import io.creatoros.core.text.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A lesson as a curriculum writes it. */
final class LessonEntry {

  private static final List<String> IDS =
      List.of("lesson_id", "id", "lesson_number", "number", "numero", "lesson", "aula");

  /** A count within the module: {@code 01}, {@code day_1}. */
  private static final Pattern COUNT =
      Pattern.compile("(?:\\p{L}{1,12}[-_ ]?)?(\\d{1,6}[A-Za-z]?)");

  private static final Pattern MODULE = Pattern.compile("\\d{1,6}[A-Za-z]?");

  /** The sign between label and title, where both are one text. */
  private static final Pattern SIGN = Pattern.compile("\\s?[:|–—]\\s|\\s-\\s");

  private final Value value;
  private final Optional<String> moduleLabel;
  private final List<String> ids;
  private final Optional<String> title;

  LessonEntry(Listed listed, Optional<String> moduleLabel) {
    this.value = listed.value();
    this.moduleLabel = moduleLabel.filter(label -> MODULE.matcher(label).matches());
    Optional<String> written =
        value.text("lesson_title").or(() -> value.text(Keys.TITLE)).or(value::text);
    String[] parts = written.map(text -> SIGN.split(text, 2)).orElseGet(() -> new String[0]);
    boolean titleHasLabel = parts.length == 2 && LessonLabels.ofText(parts[0]).isPresent();
    this.title = titleHasLabel ? Optional.of(parts[1].strip()) : written;
    this.ids =
        Stream.of(
                IDS.stream().flatMap(id -> value.text(id).stream()),
                listed.key().stream(),
                titleHasLabel ? Stream.of(parts[0].strip()) : Stream.<String>empty())
            .flatMap(found -> found)
            .toList();
  }

  PlannedLesson plan(FileFindings findings) {
    return new PlannedLesson(
        id(),
        label(),
        title,
        Durations.of(value),
        Blooms.of(value, findings),
        Keys.texts(
            value,
            "learning_objectives",
            "objectives",
            "learning_outcomes",
            "objetivos",
            "objective"),
        Keys.texts(value, "key_concepts", "concepts", "conceitos", "conceitos_chave"),
        value.text("file_path", "file", "path", "arquivo"),
        value.line());
  }

  /** The place that one of its ids is, else its count within the module. */
  Optional<LessonLabel> label() {
    return ids.stream()
        .flatMap(id -> LessonLabels.ofText(id).stream())
        .findFirst()
        .or(() -> ids.stream().flatMap(id -> withinModule(id).stream()).findFirst());
  }

  private Optional<String> id() {
    return ids.stream()
        .filter(id -> LessonLabels.ofText(id).isPresent())
        .findFirst()
        .or(() -> ids.stream().findFirst());
  }

  private Optional<LessonLabel> withinModule(String id) {
    Matcher count = COUNT.matcher(id);
    return count.matches()
        ? moduleLabel.flatMap(module -> LessonLabels.ofText(module + "." + count.group(1)))
        : Optional.empty();
  }
}
