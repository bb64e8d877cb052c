package io.creatoros.app.acceptance;

import io.creatoros.app.cli.Machine;
import java.io.IOException;

class RealNewVersionTest extends NewVersionContract {

  @Override
  void writeEarlier(Machine machine, String folder) throws IOException {
    machine.copy(Courses.real().resolve("earlier/github-essencial"), folder);
  }

  @Override
  void writeLater(Machine machine, String folder) throws IOException {
    machine.copy(Courses.real().resolve("current/github-essencial"), folder);
  }
}
