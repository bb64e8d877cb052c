package io.creatoros.app.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What configuration is read from.
 *
 * @param flags values given on the command line, by key
 * @param environment the environment
 * @param root the workspace, whose {@code creatoros.yaml} and {@code .env} are read
 * @param current the current folder, whose {@code .env} is read when the workspace has none
 */
public record ConfigSources(
    Map<String, String> flags, Map<String, String> environment, Path root, Path current) {

  /** The name of the configuration file in a workspace. */
  public static final String FILE = "creatoros.yaml";

  private static final String DOT_ENV = ".env";
  private static final String PREFIX = "CREATOROS_";

  /** Read by the launcher, not by the program. */
  private static final String LAUNCHER = "CREATOROS_JAVA_OPTS";

  public ConfigSources {
    flags = Map.copyOf(flags);
    environment = Map.copyOf(environment);
  }

  @Override
  public String toString() {
    return "ConfigSources[" + root + "]";
  }

  List<Layer> layers(List<Problem> problems) {
    List<Layer> layers = new ArrayList<>();
    layers.add(flagLayer(problems));
    layers.add(variables(environment, Source.Rank.ENVIRONMENT, "", problems));
    Path dotEnv =
        Files.isRegularFile(root.resolve(DOT_ENV))
            ? root.resolve(DOT_ENV)
            : current.resolve(DOT_ENV);
    if (Files.isRegularFile(dotEnv)) {
      layers.add(
          variables(DotEnv.read(dotEnv, problems), Source.Rank.DOT_ENV, " in " + dotEnv, problems));
    }
    Path file = root.resolve(FILE);
    if (Files.exists(file)) {
      layers.add(YamlFile.read(file, problems));
    }
    return layers;
  }

  private Layer flagLayer(List<Problem> problems) {
    Layer layer = new Layer();
    flags.forEach(
        (key, text) ->
            Setting.ofKey(key)
                .ifPresentOrElse(
                    setting -> layer.put(setting, text, new Source(Source.Rank.FLAG, "")),
                    () -> problems.add(new Problem("--set " + key, Nearest.unknownKey(key)))));
    return layer;
  }

  private static Layer variables(
      Map<String, String> variables, Source.Rank rank, String place, List<Problem> problems) {
    Layer layer = new Layer();
    for (Setting setting : Setting.values()) {
      setting.variables().stream()
          .filter(name -> !variables.getOrDefault(name, "").isBlank())
          .findFirst()
          .ifPresent(
              name ->
                  layer.put(setting, variables.get(name).strip(), new Source(rank, name + place)));
    }
    variables.keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !name.equals(LAUNCHER))
        .filter(name -> !Nearest.VARIABLES.contains(name))
        .sorted()
        .forEach(name -> problems.add(new Problem(name + place, Nearest.unknownVariable(name))));
    return layer;
  }
}
