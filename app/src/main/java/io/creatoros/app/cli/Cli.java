package io.creatoros.app.cli;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Runs the command that a list of arguments names. */
public final class Cli {

  private Cli() {}

  /** Runs one command and returns the exit code of the process. Never throws. */
  public static int run(CliEnvironment environment, String... arguments) {
    List<String> given = Arrays.asList(arguments);
    Console console =
        new Console(environment, given.contains("--json"), given.contains("--verbose"));
    int code;
    try {
      code = commandLine(environment, console).execute(arguments);
    } catch (RuntimeException e) {
      code = console.fail(Failure.of(e));
    }
    environment.out().flush();
    environment.err().flush();
    return environment.out().checkError() ? ExitCode.UNEXPECTED.code() : code;
  }

  static CommandLine commandLine(CliEnvironment environment, Console console) {
    CommandLine line = new CommandLine(new CreatorOsCommand(environment, console));
    line.setOut(environment.out());
    line.setErr(environment.err());
    line.setColorScheme(Help.defaultColorScheme(console.colour() ? Ansi.ON : Ansi.OFF));
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(100);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(BigDecimal.class, Cli::number);
    line.registerConverter(Share.class, Share::of);
    line.setParameterExceptionHandler((e, args) -> console.fail(usage(e)));
    line.setExecutionExceptionHandler((e, command, parsed) -> console.fail(Failure.of(e)));
    return line;
  }

  static BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is no number such as 0.91");
    }
  }

  private static Failure usage(ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    return new Failure(ExitCode.USAGE, "USAGE", oneLine(e), command + " --help", List.of(), e);
  }

  private static String oneLine(ParameterException e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse("");
  }
}
