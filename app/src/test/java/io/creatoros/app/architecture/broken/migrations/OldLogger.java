package io.creatoros.app.architecture.broken.migrations;

import java.util.logging.Logger;

final class OldLogger {
  private static final Logger LOG = Logger.getLogger("old");

  Logger log() {
    return LOG;
  }
}
