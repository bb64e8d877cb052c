package io.creatoros.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSetupTest {

  private final LoggerContext context = new LoggerContext();

  @TempDir private Path folder;

  @Test
  void configureShouldSetUpTheLogWhenNobodyElseDoes() {
    assertThat(configured()).isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
    assertThat(root().iteratorForAppenders()).hasNext();
  }

  @Test
  void configureShouldLeaveTheLogToTheProgramThatHasAConfiguration() throws IOException {
    Files.writeString(folder.resolve("logback.xml"), "<configuration/>");
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader own = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(own);

      assertThat(configured()).isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
    assertThat(root().iteratorForAppenders().hasNext()).isFalse();
  }

  private ExecutionStatus configured() {
    LogSetup setup = new LogSetup();
    setup.setContext(context);
    return setup.configure(context);
  }

  private ch.qos.logback.classic.Logger root() {
    return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
