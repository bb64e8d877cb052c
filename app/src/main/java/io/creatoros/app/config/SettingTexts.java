package io.creatoros.app.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The texts of settings, and what is wrong with them. */
final class SettingTexts {

  private static final int LONGEST_NAME = 200;

  private final Map<Setting, Value> values;
  private final List<Problem> problems;

  SettingTexts(Map<Setting, Value> values, List<Problem> problems) {
    this.values = values;
    this.problems = problems;
  }

  /** The text of a setting; empty for none. */
  String text(Setting setting) {
    return values.get(setting).text();
  }

  /** The same, which has to be plain and short. */
  String name(Setting setting) {
    String name = text(setting);
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      problem(setting, "must be plain text of at most " + LONGEST_NAME + " characters");
    }
    return name;
  }

  /** The value, or the default's when it is wrong. */
  <T> T parsed(Setting setting, Function<String, Optional<T>> parser) {
    return parser
        .apply(text(setting))
        .orElseGet(
            () -> {
              problem(
                  setting,
                  "'" + text(setting) + "' is no " + setting.kind().doc().replace("`", ""));
              return parser.apply(setting.byDefault()).orElseThrow();
            });
  }

  /** Notes that a setting is wrong, and where it was set. */
  void problem(Setting setting, String what) {
    Source source = values.get(setting).source();
    String where = source.name().isEmpty() ? "" : " (" + source + ")";
    problems.add(new Problem(setting.key() + where, what));
  }
}
