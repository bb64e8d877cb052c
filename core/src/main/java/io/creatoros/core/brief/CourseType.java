package io.creatoros.core.brief;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types of courses, as creators name them. */
final class CourseType {

  private static final String MIXED = "mixed";
  private static final Map<String, List<String>> BEGINNINGS =
      Map.of(
          "technical",
          List.of("tecnic", "technical"),
          "conceptual",
          List.of("conceitua", "conceptual", "teoric", "theoretical"),
          MIXED,
          List.of("mist", "mixed", "hibrid", "hybrid"));

  private CourseType() {}

  /** The type that texts name; of several, it is mixed. */
  static Optional<String> of(List<String> texts) {
    Set<String> types = new HashSet<>();
    for (String text : texts) {
      first(Label.normal(text).split(" ")).ifPresent(types::add);
    }
    return types.size() > 1 ? Optional.of(MIXED) : types.stream().findFirst();
  }

  private static Optional<String> first(String[] words) {
    for (String word : words) {
      for (Map.Entry<String, List<String>> type : BEGINNINGS.entrySet()) {
        if (type.getValue().stream().anyMatch(word::startsWith)) {
          return Optional.of(type.getKey());
        }
      }
    }
    return Optional.empty();
  }
}
