package io.creatoros.app.config;

/**
 * The effective value of a setting.
 *
 * @param key the setting's name
 * @param kind how its text is understood
 * @param text the value as written; empty when it has none
 * @param source where it came from
 */
public record Value(String key, Setting.Kind kind, String text, Source source) {

  static Value of(Setting setting, String text, Source source) {
    return new Value(setting.key(), setting.kind(), text, source);
  }

  /** The value as it may be shown: a secret is masked. */
  public String shown() {
    return switch (kind) {
      case SECRET -> text.isEmpty() ? "" : Secrets.MASK;
      case SECRET_URL, WEB_URL -> text.isEmpty() ? "" : Secrets.maskUrl(text);
      default -> text;
    };
  }

  @Override
  public String toString() {
    return key + "=" + shown() + " (" + source + ")";
  }
}
