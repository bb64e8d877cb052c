package io.creatoros.app.wiring;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.stream.Stream;

/**
 * Sends warnings to standard error, and everything from information up with {@code
 * -Dcreatoros.log=INFO}. Written in code: reading a file would slow every start. A program that
 * embeds this one and has a configuration of its own keeps it.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogSetup extends ContextAwareBase implements Configurator {

  /** Set where commands tell themselves what became of their calls. */
  public static final String COMMAND = "creatoros.command";

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (!Boolean.getBoolean(COMMAND) && isConfiguredOtherwise()) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%-5level %msg%n");
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setName("stderr");
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.toLevel(System.getProperty("creatoros.log"), Level.WARN));
    root.addAppender(appender);
    if (Boolean.getBoolean(COMMAND)) {
      context.getLogger("io.creatoros.core.dualwrite").setLevel(Level.ERROR);
      context.getLogger("io.creatoros.core.resilience").setLevel(Level.ERROR);
    }
    context.getLogger("com.zaxxer.hikari").setLevel(Level.ERROR);
    context.getLogger("org.flywaydb").setLevel(Level.ERROR);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** Whether the program that embeds this one has a configuration of its own. */
  private static boolean isConfiguredOtherwise() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return System.getProperty("logback.configurationFile") != null
        || Stream.of("logback.xml", "logback-test.xml")
            .anyMatch(file -> loader != null && loader.getResource(file) != null);
  }
}
