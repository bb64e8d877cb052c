package io.creatoros.filesystem;

import io.creatoros.core.sync.Lanes;
import io.creatoros.testkit.LanesContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileLanesContractTest implements LanesContract {

  @TempDir private Path root;

  @Override
  public Lanes lanes() {
    return Workspace.init(root).lanes("creatoros sync");
  }

  @Override
  public Lanes others() {
    return Workspace.init(root).lanes("creatoros pull");
  }
}
