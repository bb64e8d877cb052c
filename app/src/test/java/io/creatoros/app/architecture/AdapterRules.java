package io.creatoros.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What an adapter shows, and that it knows no other. */
final class AdapterRules {

  private final NamedPackages packages;
  private final Set<String> openTypes;

  /**
   * @param openTypes the simple names of the types that adapters show to embedders
   */
  AdapterRules(NamedPackages packages, Set<String> openTypes) {
    this.packages = packages;
    this.openTypes = openTypes;
  }

  /** The rules by their names. */
  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("adaptersAreStrangers", adaptersAreStrangers());
    rules.put("adaptersHide", adaptersHide());
    return rules;
  }

  private ArchRule adaptersAreStrangers() {
    CompositeArchRule rule = null;
    for (String adapter : NamedPackages.ADAPTERS) {
      String[] others =
          Stream.concat(
                  NamedPackages.ADAPTERS.stream().filter(other -> !other.equals(adapter)),
                  Stream.of("app"))
              .map(packages::in)
              .toArray(String[]::new);
      ArchRule one =
          noClasses()
              .that()
              .resideInAPackage(packages.in(adapter))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(others)
              .because("an adapter can be taken without the others")
              .allowEmptyShould(true);
      rule = rule == null ? CompositeArchRule.of(one) : rule.and(one);
    }
    return java.util.Objects.requireNonNull(rule);
  }

  private ArchRule adaptersHide() {
    return classes()
        .that()
        .resideInAnyPackage(packages.adapters())
        .and()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .should(beOneOf(openTypes))
        .because("what is public is promised; adapters promise only what embedders need");
  }

  private static ArchCondition<JavaClass> beOneOf(Set<String> names) {
    return new ArchCondition<>("be one of the types meant for embedders") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean open = names.contains(type.getSimpleName());
        events.add(
            new SimpleConditionEvent(
                type, open, type.getName() + " is public and not meant to be"));
      }
    };
  }
}
