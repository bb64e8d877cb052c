package io.creatoros.app.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The program's version, as its jar says. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"creatoros " + number() + " (Java " + Runtime.version() + ")"};
  }

  static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
