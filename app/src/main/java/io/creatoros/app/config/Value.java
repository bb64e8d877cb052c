package io.creatoros.app.config;

/**
 * The effective value of a setting.
 *
 * @param setting the setting
 * @param text the value as written; empty when it has none
 * @param source where it came from
 */
public record Value(Setting setting, String text, Source source) {

  /** The value as it may be shown: a secret is masked. */
  public String shown() {
    if (text.isEmpty() || !setting.isSecret()) {
      return text;
    }
    return setting.kind() == Setting.Kind.SECRET_URL ? Secrets.maskUrl(text) : Secrets.MASK;
  }

  @Override
  public String toString() {
    return setting.key() + "=" + shown() + " (" + source + ")";
  }
}
