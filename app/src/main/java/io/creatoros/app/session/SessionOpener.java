package io.creatoros.app.session;

/** Opens the application. */
@FunctionalInterface
public interface SessionOpener {

  /** Finds the workspace and reads its configuration; opens no database. */
  Session open(SessionRequest request);
}
