package io.creatoros.app.wiring;

import io.creatoros.app.session.Session;
import io.creatoros.app.session.SessionRequest;

/** Opens the application. */
public final class Application {

  private Application() {}

  /** Finds the workspace and reads its configuration; opens no database. */
  public static Session open(SessionRequest request) {
    throw new UnsupportedOperationException("not wired: " + request);
  }
}
