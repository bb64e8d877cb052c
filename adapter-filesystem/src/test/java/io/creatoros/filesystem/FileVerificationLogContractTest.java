package io.creatoros.filesystem;

import io.creatoros.core.verify.VerificationLog;
import io.creatoros.testkit.VerificationLogContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileVerificationLogContractTest implements VerificationLogContract {

  @TempDir private Path root;

  @Override
  public VerificationLog log() {
    return Workspace.init(root).verificationLog();
  }

  @Override
  public VerificationLog reopened() {
    return Workspace.init(root).verificationLog();
  }
}
