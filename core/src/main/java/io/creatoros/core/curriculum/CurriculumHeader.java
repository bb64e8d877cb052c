package io.creatoros.core.curriculum;

import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.Fidelity;
import io.creatoros.core.reading.FileFindings;
import io.creatoros.core.reading.KnowledgeLevel;
import io.creatoros.core.reading.LanguageTag;
import io.creatoros.core.text.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What a curriculum says of the course as a whole, wherever it says it. */
final class CurriculumHeader {

  private static final int DEEPEST = 3;
  private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

  private static final List<String> COURSE =
      List.of("course", "curso", "course_metadata", "course_info", "metadata", "info");
  private static final List<String> WITHIN_COURSE =
      List.of("metadata", "structure", "duration", "course_structure");

  /** Parts that speak of something else than the course. */
  private static final Set<String> APART =
      Set.of(
          "modules",
          "lessons",
          "aulas",
          "assessments",
          "resources",
          "bonuses",
          "final_project",
          "seo",
          "distribution",
          "icp",
          "target_audience",
          "certification",
          "market_intelligence");

  private static final String[] FIDELITY = {
    "fidelity_target",
    "voice_fidelity_target",
    "persona_fidelity_target",
    "target_fidelity",
    "persona_fidelity",
    "voice_fidelity"
  };

  private final List<Value> course = new ArrayList<>();
  private final List<Value> everywhere = new ArrayList<>();

  CurriculumHeader(List<Value> documents) {
    for (Value document : documents) {
      for (String key : COURSE) {
        document.get(key).ifPresent(this::addCourse);
      }
      addCourse(document);
    }
    everywhere.addAll(course);
    documents.forEach(document -> addAll(document, 1));
  }

  private void addCourse(Value part) {
    course.add(part);
    WITHIN_COURSE.forEach(key -> part.get(key).ifPresent(course::add));
  }

  private void addAll(Value value, int depth) {
    if (value instanceof Value.Entries map) {
      everywhere.add(map);
      if (depth < DEEPEST) {
        for (Map.Entry<String, Value> entry : map.values().entrySet()) {
          if (!APART.contains(entry.getKey())) {
            addAll(entry.getValue(), depth + 1);
          }
        }
      }
    }
  }

  Optional<String> title() {
    return first(course, "course_title").or(() -> first(course, Keys.TITLE));
  }

  Optional<String> slug() {
    return first(course, "slug", "course_slug", "course_id", "id");
  }

  Optional<String> language() {
    return first(course, "language", "idioma", "lang").flatMap(LanguageTag::of);
  }

  Optional<String> level() {
    return first(course, "knowledge_level", "level", "difficulty", "nivel", "nível")
        .flatMap(KnowledgeLevel::of);
  }

  Optional<String> persona() {
    return first(everywhere, "persona_slug", "mind_slug")
        .or(() -> first(course, "persona", "mmos_persona", "mind"))
        .filter(text -> SLUG.matcher(text).matches());
  }

  Optional<String> instructor() {
    return found(
            everywhere,
            part ->
                part.get("instructor", "instrutor", "professor")
                    .flatMap(value -> value.text().or(() -> value.text("name", "nome"))))
        .or(
            () ->
                found(
                    everywhere,
                    part -> part.get("instructor_voice").flatMap(value -> value.text("name"))));
  }

  Optional<Integer> declaredModules() {
    return found(course, part -> Keys.number(part, Keys.MODULE_COUNT));
  }

  Optional<Integer> declaredLessons() {
    return found(course, part -> Keys.number(part, Keys.LESSON_COUNT));
  }

  /** The line of what it declares under these keys; the first line if it declares nothing. */
  int lineOf(String... count) {
    return found(course, part -> part.get(count)).map(Value::line).orElse(1);
  }

  Optional<Integer> durationMinutes() {
    return found(course, Durations::ofCourse);
  }

  /** The first target that can be used. */
  Optional<BigDecimal> fidelityTarget(FileFindings findings) {
    Optional<BigDecimal> usable =
        found(
            everywhere,
            part -> found(targets(part), target -> target.text().flatMap(Fidelity::of)));
    if (usable.isEmpty()) {
      everywhere.stream()
          .flatMap(part -> targets(part).stream())
          .filter(target -> target.text().isPresent())
          .findFirst()
          .ifPresent(target -> reportUnusable(target, findings));
    }
    return usable;
  }

  private static List<Value> targets(Value part) {
    List<Value> targets = new ArrayList<>();
    for (String key : FIDELITY) {
      part.get(key).map(value -> value.get("target").orElse(value)).ifPresent(targets::add);
    }
    return targets;
  }

  private static void reportUnusable(Value target, FileFindings findings) {
    findings.add(
        FindingCode.FIDELITY_TARGET_UNUSABLE,
        target.line(),
        "\""
            + Shortened.of(target.text().orElse(""))
            + "\" cannot be used as the target for the voice",
        "write a number from 0 to 1, such as 0.9, or a percentage, such as 90%");
  }

  /** The text under the first of the keys that any of these parts has. */
  private static Optional<String> first(List<Value> parts, String... keys) {
    for (String key : keys) {
      Optional<String> text = found(parts, part -> part.text(key));
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private static <T> Optional<T> found(List<Value> parts, Function<Value, Optional<T>> what) {
    return parts.stream().flatMap(part -> what.apply(part).stream()).findFirst();
  }
}
