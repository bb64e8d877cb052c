package io.creatoros.app.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A machine on which generators store what they made; no database is there. */
abstract class PersistingMachine {

  static final String LESSON = "# Grind\n\nGrind it just before.\n";

  @TempDir Path folder;
  Machine machine = new Machine(Path.of(""));

  @BeforeEach
  final void setUpMachine() {
    machine = new Machine(folder).with("CREATOROS_MIRROR", "none");
  }
}
