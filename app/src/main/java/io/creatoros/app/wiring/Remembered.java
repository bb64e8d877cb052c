package io.creatoros.app.wiring;

import io.creatoros.app.config.AppConfig;
import io.creatoros.app.config.MirrorKind;
import io.creatoros.core.compare.Bases;
import io.creatoros.filesystem.Workspace;
import java.util.Optional;

/** What a workspace remembers of its mirror, without asking it. */
final class Remembered {

  private Remembered() {}

  /** Empty when there is no mirror, or it was never reached. */
  static Optional<Bases> bases(Workspace workspace, AppConfig config) {
    return config.mirror() == MirrorKind.NONE
        ? Optional.empty()
        : workspace
            .remembered(ServerName.of(config))
            .map(mirror -> workspace.bases(mirror, config.project()));
  }
}
