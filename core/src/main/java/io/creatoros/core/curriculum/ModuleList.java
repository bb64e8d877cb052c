package io.creatoros.core.curriculum;

import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.reading.ModuleNumber;
import io.creatoros.core.text.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the modules of a curriculum, and brings lessons that stand apart to them. */
final class ModuleList {

  private final List<ModuleDraft> modules = new ArrayList<>();
  private final Map<String, ModuleDraft> byName = new HashMap<>();
  private final Map<String, ModuleDraft> byNumber = new HashMap<>();
  private final Map<String, ModuleDraft> unnamed = new LinkedHashMap<>();

  private ModuleList() {}

  static List<ModuleDraft> of(List<Value> documents) {
    ModuleList list = new ModuleList();
    List<Listed> apart = documents.stream().flatMap(ModuleList::lessonsApart).toList();
    documents.stream()
        .flatMap(ModuleList::modules)
        .forEach(module -> list.add(new ModuleDraft(module, apart.isEmpty())));
    apart.forEach(list::bring);
    list.modules.addAll(list.unnamed.values());
    return list.modules;
  }

  private void add(ModuleDraft module) {
    modules.add(module);
    module.names().forEach(name -> byName.putIfAbsent(ModuleDraft.plain(name), module));
    module
        .label()
        .flatMap(ModuleNumber::key)
        .ifPresent(number -> byNumber.putIfAbsent(number, module));
  }

  private static Stream<Listed> modules(Value document) {
    if (document instanceof Value.Items) {
      return Listed.in(document).stream();
    }
    return places(document)
        .map(place -> Listed.under(place, Keys.MODULES))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .or(() -> document.get("curriculum").map(Listed::in))
        .stream()
        .flatMap(List::stream)
        .filter(listed -> !(listed.value() instanceof Value.Items));
  }

  private static Stream<Listed> lessonsApart(Value document) {
    return places(document)
        .map(place -> Listed.under(place, Keys.LESSONS))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .stream()
        .flatMap(List::stream);
  }

  /** Where modules and lessons may stand. */
  private static Stream<Value> places(Value document) {
    Optional<Value> course = document.get("course", "curso");
    return Stream.of(
            Optional.of(document),
            course.flatMap(value -> value.get("structure")),
            course,
            document.get("curriculum"),
            document.get("structure", "course_structure"))
        .flatMap(Optional::stream);
  }

  private void bring(Listed lesson) {
    Optional<String> reference = lesson.value().text(ModuleDraft.REFERENCES);
    Optional<String> number =
        reference.or(
            () -> new LessonEntry(lesson, Optional.empty()).label().map(LessonLabel::module));
    reference
        .flatMap(name -> Optional.ofNullable(byName.get(ModuleDraft.plain(name))))
        .or(() -> number.flatMap(ModuleNumber::key).map(byNumber::get))
        .orElseGet(() -> unnamed(number, lesson.value().line()))
        .add(lesson);
  }

  /** A module that only lessons name. */
  private ModuleDraft unnamed(Optional<String> number, int line) {
    return unnamed.computeIfAbsent(number.orElse(""), name -> new ModuleDraft(number, line));
  }
}
