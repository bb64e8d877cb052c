package io.creatoros.core.curriculum;

import io.creatoros.core.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys that curricula use for one and the same thing, and how values under them are told. */
final class Keys {

  static final String[] MODULES = {"modules", "modulos", "módulos", "blocks", "blocos"};
  static final String[] LESSONS = {"lessons", "aulas", "licoes", "lições"};
  static final String[] MODULE_COUNT = {
    "total_modules", "num_modules", "module_count", "modules_count", "total_modulos"
  };
  static final String[] LESSON_COUNT = {
    "total_lessons", "num_lessons", "lesson_count", "lessons_count", "total_aulas", "num_aulas"
  };
  static final String[] TITLE = {"title", "name", "titulo", "título", "nome"};
  static final String[] MINUTES = {
    "duration_minutes", "duration_min", "total_duration_minutes", "total_minutes", "duracao_minutos"
  };
  static final String[] HOURS = {
    "duration_hours", "total_duration_hours", "total_hours", "duracao_horas"
  };
  static final String[] DURATION = {
    "duration", "total_duration", "estimated_duration", "duracao", "duração"
  };
  static final String[] BLOOM = {"bloom_level", "bloom", "bloom_taxonomy", "nivel_bloom"};

  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  private Keys() {}

  /** The first number of the text under one of these keys, such as 4 of {@code 4 aulas}. */
  static Optional<Integer> number(Value value, String... keys) {
    return value.text(keys).flatMap(Keys::number);
  }

  static Optional<Integer> number(String text) {
    Matcher number = NUMBER.matcher(text);
    return number.lookingAt() ? Optional.of(Integer.valueOf(number.group())) : Optional.empty();
  }

  /** The texts of a list, or of a single value, under the first of these keys that is there. */
  static List<String> texts(Value value, String... keys) {
    Optional<Value> found = value.get(keys);
    List<String> texts = new ArrayList<>();
    found.flatMap(Value::text).ifPresent(texts::add);
    for (Value item : found.map(Value::items).orElseGet(List::of)) {
      item.text()
          .or(() -> item.text("text", "objective", "description", "title", "name"))
          .ifPresent(texts::add);
    }
    return texts;
  }
}
