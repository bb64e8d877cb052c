package io.creatoros.core.brief;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The modules and lessons that a brief lists one by one. */
final class Planned {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern MODULE =
      Pattern.compile("m[oó]dul[oe]\\s{1,3}(\\d{1,3}[A-Z]?)\\b", FLAGS);
  private static final Pattern LESSON =
      Pattern.compile(
          "(?:(?:aula|lesson|li[cç][aã]o)\\s{1,3})?(\\d{1,3}[A-Z]?\\.\\d{1,3})\\s{0,3}[-–—:|]\\s",
          FLAGS);
  private static final Pattern MINUTES = Pattern.compile("\\((\\d{1,3})\\s?min", FLAGS);

  private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
  private static final int LONGEST = 400;

  private final Set<String> modules = new HashSet<>();
  private final Set<String> lessons = new HashSet<>();
  private int minutes;
  private int timed;

  private Planned() {}

  /** What the sections about the structure of the course list. */
  static Planned of(BriefForm form) {
    Planned planned = new Planned();
    form.fields(Question.OUTLINE).stream()
        .findFirst()
        .ifPresent(
            first ->
                form.fields().stream()
                    .filter(field -> field.isWithin(first))
                    .forEach(planned::count));
    return planned;
  }

  /** How many modules are listed; empty if none are. */
  Optional<Integer> modules() {
    return Optional.of(modules.size()).filter(count -> count > 0);
  }

  /** How many lessons are listed; empty if none are. */
  Optional<Integer> lessons() {
    return Optional.of(lessons.size()).filter(count -> count > 0);
  }

  /** How long the lessons take together, in hours; empty unless each tells it. */
  Optional<BigDecimal> hours() {
    boolean all = !lessons.isEmpty() && timed == lessons.size();
    return all
        ? Optional.of(BigDecimal.valueOf(minutes).divide(SIXTY, 2, RoundingMode.HALF_UP))
        : Optional.empty();
  }

  private void count(Field field) {
    if (field.kind() != Field.Kind.PART) {
      count(field.label());
      new Answer(field).lines().forEach(line -> count(line.text()));
    }
  }

  private void count(String text) {
    String line = withoutSigns(text);
    Matcher module = MODULE.matcher(line);
    if (module.lookingAt()) {
      modules.add(module.group(1).toLowerCase(Locale.ROOT));
    }
    Matcher lesson = LESSON.matcher(line);
    if (lesson.lookingAt() && lessons.add(lesson.group(1).toLowerCase(Locale.ROOT))) {
      Matcher time = MINUTES.matcher(line).region(lesson.end(), line.length());
      if (time.find()) {
        minutes += Integer.parseInt(time.group(1));
        timed++;
      }
    }
  }

  /** Without the lines of a drawn tree, emoji and marks before the words. */
  private static String withoutSigns(String text) {
    int start = 0;
    while (start < text.length() && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    return text.substring(start, Math.min(text.length(), start + LONGEST));
  }
}
