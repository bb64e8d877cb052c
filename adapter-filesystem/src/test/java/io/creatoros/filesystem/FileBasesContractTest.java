package io.creatoros.filesystem;

import io.creatoros.core.compare.Bases;
import io.creatoros.core.course.MirrorIdentity;
import io.creatoros.testkit.BasesContract;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

class FileBasesContractTest implements BasesContract {

  private static final MirrorIdentity MIRROR = new MirrorIdentity(UUID.randomUUID());

  @TempDir private Path root;

  @Override
  public Bases bases() {
    return Workspace.init(root).bases(MIRROR, "default");
  }

  @Override
  public Bases reopened() {
    return Workspace.init(root).bases(MIRROR, "default");
  }
}
