package io.creatoros.core.brief;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words by which people tell a type, a level or a language. */
final class Words {

  private static final Map<String, String> TYPES = new LinkedHashMap<>();
  private static final Map<String, String> LEVELS = new LinkedHashMap<>();
  private static final Map<String, String> LANGUAGES = new LinkedHashMap<>();

  static {
    put(TYPES, "technical", "tecnico tecnica technical");
    put(TYPES, "conceptual", "conceitual conceptual teorico theoretical");
    put(TYPES, "mixed", "misto mista mixed hibrido hybrid");
    put(
        LEVELS,
        "beginner",
        "iniciante iniciantes basico beginner beginners basic zero nenhum none");
    put(LEVELS, "intermediate", "intermediario intermediarios intermediate medio");
    put(LEVELS, "advanced", "avancado avancados advanced expert");
    put(LANGUAGES, "pt", "pt portugues portuguese ptbr brasileiro");
    put(LANGUAGES, "en", "en ingles english");
    put(LANGUAGES, "es", "es espanhol spanish");
  }

  private static final List<String> ASCENDING = List.of("beginner", "intermediate", "advanced");

  private Words() {}

  /** The type that texts tell; technical and conceptual together are mixed. */
  static Optional<String> type(List<String> texts) {
    List<String> types = new ArrayList<>();
    texts.forEach(text -> first(TYPES, text).ifPresent(types::add));
    return Set.copyOf(types).size() > 1 ? Optional.of("mixed") : types.stream().findFirst();
  }

  /** The level that a text tells; of several the lowest. */
  static Optional<String> level(String text) {
    List<String> levels = all(LEVELS, text);
    return ASCENDING.stream().filter(levels::contains).findFirst();
  }

  /** The language that a text names, as a tag. */
  static Optional<String> language(String text) {
    return first(LANGUAGES, text);
  }

  private static Optional<String> first(Map<String, String> meanings, String text) {
    return all(meanings, text).stream().findFirst();
  }

  private static List<String> all(Map<String, String> meanings, String text) {
    List<String> found = new ArrayList<>();
    for (String word : Label.normal(text).split(" ")) {
      String meaning = meanings.get(word);
      if (meaning != null) {
        found.add(meaning);
      }
    }
    return found;
  }

  private static void put(Map<String, String> meanings, String meaning, String words) {
    for (String word : words.split(" ")) {
      meanings.put(word, meaning);
    }
  }
}
