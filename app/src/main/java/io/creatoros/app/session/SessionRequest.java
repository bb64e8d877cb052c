package io.creatoros.app.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command asks for.
 *
 * @param paths the paths it names; empty for the whole workspace
 * @param hints names that may be paths; where they are, they tell the workspace
 * @param workspace the workspace, where it is named
 * @param create whether to make a workspace where there is none
 * @param current the current folder
 * @param flags settings given on the command line, by key
 * @param variables the environment
 */
public record SessionRequest(
    List<Path> paths,
    List<Path> hints,
    Optional<Path> workspace,
    boolean create,
    Path current,
    Map<String, String> flags,
    Map<String, String> variables) {

  public SessionRequest {
    paths = List.copyOf(paths);
    hints = List.copyOf(hints);
    flags = Map.copyOf(flags);
    variables = Map.copyOf(variables);
  }

  @Override
  public String toString() {
    return "SessionRequest[" + paths + "]";
  }
}
