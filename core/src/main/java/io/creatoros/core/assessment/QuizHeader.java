package io.creatoros.core.assessment;

import io.creatoros.core.reading.ModuleNumber;
import io.creatoros.core.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a quiz says of itself, under {@code quiz_info}, {@code quiz}, {@code metadata} or none. */
final class QuizHeader {

  private static final List<String> PARTS =
      List.of("quiz_info", "quiz", "assessment", "metadata", "info");

  private final List<Value> parts = new ArrayList<>();

  QuizHeader(List<Value> documents) {
    for (Value document : documents) {
      PARTS.forEach(part -> document.get(part).ifPresent(parts::add));
      parts.add(document);
    }
  }

  Optional<String> title() {
    return first("title", "quiz_title", "assessment_title", "titulo", "título", "name")
        .or(() -> first("module_name", "module_title"));
  }

  Optional<String> type() {
    return first("assessment_type", "type", "tipo");
  }

  List<String> modules() {
    return parts.stream()
        .flatMap(part -> part.get("module", "modules", "modulo", "módulo", "modulos").stream())
        .map(QuizHeader::labels)
        .filter(labels -> !labels.isEmpty())
        .findFirst()
        .orElseGet(List::of);
  }

  private static List<String> labels(Value value) {
    List<String> labels = new ArrayList<>();
    value.text().flatMap(ModuleNumber::of).ifPresent(labels::add);
    value.items().stream()
        .flatMap(item -> item.text().or(() -> item.text("id", "number", "module")).stream())
        .flatMap(text -> ModuleNumber.of(text).stream())
        .forEach(labels::add);
    return labels;
  }

  private Optional<String> first(String... keys) {
    return parts.stream().flatMap(part -> part.text(keys).stream()).findFirst();
  }
}
