package io.creatoros.filesystem;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A workspace on disk, made anew for each test that scans it. */
abstract class ScannedWorkspace {

  @TempDir private Path temporary;
  TempWorkspace disk;

  @BeforeEach
  final void makeWorkspace() {
    disk = TempWorkspace.in(temporary);
  }
}
