package io.creatoros.app.config;

/**
 * Where a value came from.
 *
 * @param rank which kind of source
 * @param name which one: a variable, a line; empty for the default and for flags
 */
public record Source(Rank rank, String name) {

  /** The kinds of source; an earlier one wins over a later one. */
  public enum Rank {
    FLAG("flag"),
    ENVIRONMENT("environment"),
    DOT_ENV(".env"),
    FILE("creatoros.yaml"),
    DEFAULT("default");

    private final String label;

    Rank(String label) {
      this.label = label;
    }

    /** The kind's name, for people and for JSON. */
    public String label() {
      return label;
    }
  }

  static final Source DEFAULT = new Source(Rank.DEFAULT, "");

  @Override
  public String toString() {
    return name.isEmpty() ? rank.label() : rank.label() + " " + name;
  }
}
