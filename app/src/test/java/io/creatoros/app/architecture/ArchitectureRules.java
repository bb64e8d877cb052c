package io.creatoros.app.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The rules of the architecture below a root package, so that they can be tried on packages that
 * break them.
 */
final class ArchitectureRules {

  private final NamedPackages packages;
  private final Set<String> openTypes;

  /**
   * @param root the package below which everything lives
   * @param openTypes the simple names of the types that adapters show to embedders
   */
  ArchitectureRules(String root, Set<String> openTypes) {
    this.packages = new NamedPackages(root);
    this.openTypes = openTypes;
  }

  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.putAll(new CoreRules(packages).all());
    rules.putAll(new AdapterRules(packages, openTypes).all());
    rules.putAll(new LayerRules(packages).all());
    rules.putAll(new CodeRules(packages).all());
    return rules;
  }
}
