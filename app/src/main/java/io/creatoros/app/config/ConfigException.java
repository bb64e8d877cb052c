package io.creatoros.app.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used. Names every problem at once, and no secret. */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public ConfigException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /** Everything that is wrong, in the order of the sources. */
  public List<Problem> problems() {
    return problems;
  }
}
