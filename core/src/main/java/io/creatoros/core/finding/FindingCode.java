package io.creatoros.core.finding;

/** The kinds of findings. The name is the stable code; scripts may rely on it. */
public enum FindingCode {
  TEXT_NOT_UTF8(Severity.WARNING, "The file is not valid UTF-8; its bytes are kept as they are."),
  TEXT_HAS_NUL(Severity.WARNING, "The text holds NUL characters, which databases refuse in text."),
  TEXT_TOO_LONG(Severity.WARNING, "The file is too long to be read; its bytes are kept."),
  YAML_INVALID(Severity.ERROR, "The YAML cannot be read from the line on."),
  JSON_INVALID(Severity.ERROR, "The JSON cannot be read."),
  STRUCTURE_TOO_LARGE(Severity.ERROR, "The file nests too deeply or repeats itself too often.");

  private final Severity severity;
  private final String meaning;

  FindingCode(Severity severity, String meaning) {
    this.severity = severity;
    this.meaning = meaning;
  }

  /** How much findings of this kind matter. */
  public Severity severity() {
    return severity;
  }

  /** What the code says, in one sentence, for the list of codes. */
  public String meaning() {
    return meaning;
  }
}
