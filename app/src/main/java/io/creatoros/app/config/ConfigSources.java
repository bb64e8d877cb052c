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
    Path dotEnv = dotEnv();
    if (Files.isRegularFile(dotEnv)) {
      layers.add(
          variables(DotEnv.read(dotEnv, problems), Source.Rank.DOT_ENV, " in " + dotEnv, problems));
    }
    if (Files.exists(file())) {
      layers.add(YamlFile.read(file(), problems));
    }
    return layers;
  }

  /** The configuration file, whether it is there or not. */
  Path file() {
    return root.resolve(FILE);
  }

  /** The file of variables that counts, whether it is there or not. */
  Path dotEnv() {
    Path own = root.resolve(DOT_ENV);
    return Files.isRegularFile(own) ? own : current.resolve(DOT_ENV);
  }

  private Layer flagLayer(List<Problem> problems) {
    Layer layer = new Layer();
    Source source = new Source(Source.Rank.FLAG, "");
    flags.forEach(
        (key, text) -> {
          if (AdapterConfig.isKey(key)) {
            layer.putAdapter(AdapterConfig.name(key), text, source);
          } else {
            Setting.ofKey(key)
                .ifPresentOrElse(
                    setting -> layer.put(setting, text, source),
                    () -> problems.add(new Problem("--set " + key, Nearest.unknownKey(key))));
          }
        });
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
        .filter(AdapterConfig::isVariable)
        .filter(name -> !variables.get(name).isBlank())
        .forEach(
            name ->
                layer.putAdapter(
                    AdapterConfig.ofVariable(name),
                    variables.get(name).strip(),
                    new Source(rank, name + place)));
    variables.keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !name.equals(LAUNCHER))
        .filter(name -> !AdapterConfig.isVariable(name))
        .filter(name -> !Nearest.VARIABLES.contains(name))
        .sorted()
        .forEach(name -> problems.add(new Problem(name + place, Nearest.unknownVariable(name))));
    return layer;
  }
}
