package io.creatoros.postgres.security;

/**
 * One cell of the matrix: somebody tried something on a project.
 *
 * @param expected how that has to end
 * @param outcome how it ended
 */
record Cell(Actor actor, String what, Teams.Project project, Outcome expected, Outcome outcome) {

  boolean right() {
    return expected == outcome;
  }

  @Override
  public String toString() {
    return actor + ": " + what + " of " + project + " is " + outcome + " instead of " + expected;
  }
}
