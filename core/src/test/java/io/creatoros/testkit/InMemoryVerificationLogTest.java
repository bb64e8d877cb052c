package io.creatoros.testkit;

import io.creatoros.core.verify.VerificationLog;

class InMemoryVerificationLogTest implements VerificationLogContract {

  private final InMemoryVerificationLog log = new InMemoryVerificationLog();

  @Override
  public VerificationLog log() {
    return log;
  }

  @Override
  public VerificationLog reopened() {
    return log;
  }
}
