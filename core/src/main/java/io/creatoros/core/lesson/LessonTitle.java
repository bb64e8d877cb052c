package io.creatoros.core.lesson;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A title as creators write it, its label taken off: {@code AULA 4A.1 | Primeiros passos}.
 *
 * @param label the label
 * @param text the title without it; blank where there is nothing else
 */
record LessonTitle(Optional<LessonLabel> label, String text) {

  private static final int LONGEST = 500;
  private static final Pattern MARKS = Pattern.compile("\\*\\*|__|`");
  private static final Pattern SIGNS_BEFORE = Pattern.compile("^[^\\p{L}\\p{N}]{1,12}");
  private static final Pattern SCRIPT =
      Pattern.compile(
          "^roteiro(?:\\s(?:de|da|completo|d[ao]\\saula))?\\s?[-:|–—]?\\s?(?=aula|lesson|li[cç][aã]o|\\d)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** The title that a heading is. */
  static LessonTitle of(String heading) {
    String cut = heading.substring(0, Math.min(LONGEST, heading.length()));
    String text = MARKS.matcher(cut).replaceAll("").strip();
    String words = SIGNS_BEFORE.matcher(text).replaceFirst("");
    LabelledName name = LabelledName.of(SCRIPT.matcher(words).replaceFirst(""));
    boolean labelled = name.label().isPresent() || name.rest().length() < words.length();
    return new LessonTitle(name.label(), labelled ? name.rest().strip() : text);
  }
}
