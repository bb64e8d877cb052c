package io.creatoros.app.cli;

import io.creatoros.app.session.SessionOpener;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * What surrounds a command.
 *
 * @param in what is given to it on standard input
 * @param out where data goes
 * @param err where talk goes: progress, warnings, errors
 * @param outIsTerminal whether a person sees {@code out}
 * @param errIsTerminal whether a person sees {@code err}
 * @param variables the environment
 * @param current the current folder
 * @param opener opens the application for the commands that need it
 */
public record CliEnvironment(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Map<String, String> variables,
    Path current,
    SessionOpener opener) {

  public CliEnvironment {
    variables = Map.copyOf(variables);
  }

  @Override
  public String toString() {
    return "CliEnvironment[" + current + "]";
  }
}
