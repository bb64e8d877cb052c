package io.creatoros.app.config;

/**
 * Something wrong with the configuration.
 *
 * @param where the flag, variable or file and line
 * @param what what is wrong there and what would be right
 */
public record Problem(String where, String what) {
  @Override
  public String toString() {
    return where + ": " + what;
  }
}
