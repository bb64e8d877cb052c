package io.creatoros.core.brief;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many modules and lessons a brief declares. A range is no number. */
final class Counts {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String NUMBER = "(?<![\\d.,-])(?<!\\d [-–a] )(\\d{1,4})";
  private static final Pattern FIRST =
      Pattern.compile("\\D{0,20}?(\\d{1,4})(?!\\s?[-–]\\s?\\d|\\s?a\\s\\d|[.,]\\d|\\d)");
  private static final Pattern MODULES =
      Pattern.compile(NUMBER + "\\s(?:m[oó]dulos|modules)\\b", FLAGS);
  private static final Pattern LESSONS =
      Pattern.compile(NUMBER + "\\s(?:aulas|lessons|li[cç][oõ]es)\\b", FLAGS);
  private static final int LONGEST = 500;

  private Counts() {}

  static Optional<Integer> modules(BriefForm form) {
    return number(form, Question.MODULES)
        .or(() -> mentioned(form, MODULES, Question.STRUCTURE, Question.DURATION));
  }

  static Optional<Integer> lessons(BriefForm form) {
    return number(form, Question.LESSONS)
        .or(
            () ->
                mentioned(form, LESSONS, Question.STRUCTURE, Question.MODULES, Question.DURATION));
  }

  /** The number that an answer begins with. */
  private static Optional<Integer> number(BriefForm form, Question question) {
    return form.text(question)
        .map(FIRST::matcher)
        .filter(Matcher::lookingAt)
        .map(number -> Integer.parseInt(number.group(1)))
        .filter(count -> count > 0);
  }

  private static Optional<Integer> mentioned(BriefForm form, Pattern count, Question... where) {
    return List.of(where).stream()
        .flatMap(question -> form.answers(question).stream())
        .flatMap(answer -> answer.lines().stream().limit(50))
        .map(line -> line.text().substring(0, Math.min(LONGEST, line.text().length())))
        .map(count::matcher)
        .filter(Matcher::find)
        .map(number -> Integer.parseInt(number.group(1)))
        .findFirst();
  }
}
