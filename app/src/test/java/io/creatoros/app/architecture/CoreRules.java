package io.creatoros.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What core may know, and what its packages hold. */
final class CoreRules {

  private static final String[] PLAIN = {"java..", "org.jspecify..", "org.slf4j.."};
  private static final String[] RESILIENCE = {
    "io.github.resilience4j.core.functions..",
    "io.github.resilience4j.retry..",
    "io.github.resilience4j.circuitbreaker..",
    "io.micrometer.core.."
  };
  private static final String[] PARSERS = {
    "org.commonmark..", "org.yaml.snakeyaml..", "com.fasterxml.jackson.."
  };

  private final NamedPackages packages;

  CoreRules(NamedPackages packages) {
    this.packages = packages;
  }

  /** The rules by their names. */
  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("coreIsSelfContained", coreIsSelfContained());
    rules.put("resilienceStaysInItsPlace", resilienceStaysInItsPlace());
    rules.put("portsArePlain", portsArePlain());
    rules.put("coreKnowsNoSql", coreKnowsNoSql());
    rules.put("portTypesArePlain", portTypesArePlain());
    rules.put("repositoriesArePorts", repositoriesArePorts());
    return rules;
  }

  private ArchRule coreIsSelfContained() {
    return classes()
        .that()
        .resideInAPackage(packages.in("core"))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                join(join(join(new String[] {packages.in("core")}, PLAIN), PARSERS), RESILIENCE)))
        .because(
            "core is embedded by others, who should not inherit libraries they did not ask for");
  }

  private ArchRule resilienceStaysInItsPlace() {
    return noClasses()
        .that()
        .resideInAPackage(packages.in("core"))
        .and()
        .resideOutsideOfPackages(packages.resilient())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.github.resilience4j..", "io.micrometer..")
        .because("retries and meters are put around what reads and compares, never into it");
  }

  private ArchRule portsArePlain() {
    return classes()
        .that()
        .resideInAnyPackage(packages.ports())
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(join(new String[] {packages.in("core")}, PLAIN)))
        .because("domain records and ports are the contract; a library in it binds everyone");
  }

  private ArchRule coreKnowsNoSql() {
    return noClasses()
        .that()
        .resideInAPackage(packages.in("core"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..")
        .because("where courses are mirrored is an adapter's business");
  }

  private ArchRule portTypesArePlain() {
    return classes()
        .that()
        .resideInAnyPackage(packages.only("core.course"), packages.only("core.storage"))
        .and()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .should(bePlainTypes())
        .because("the domain is data and ports; behaviour with state lives elsewhere");
  }

  private ArchRule repositoriesArePorts() {
    return classes()
        .that()
        .resideInAPackage(packages.in("core"))
        .and()
        .haveSimpleNameEndingWith("Repository")
        .should()
        .beInterfaces()
        .because("core does not know where courses live");
  }

  private static ArchCondition<JavaClass> bePlainTypes() {
    return new ArchCondition<>("be records, enums, interfaces or exceptions") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean plain =
            type.isRecord()
                || type.isEnum()
                || type.isInterface()
                || type.isAssignableTo(Throwable.class)
                || isStateless(type);
        events.add(new SimpleConditionEvent(type, plain, type.getName() + " is no plain type"));
      }
    };
  }

  /** A holder of functions and constants. */
  private static boolean isStateless(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.FINAL)
        && type.getFields().stream()
            .allMatch(field -> field.getModifiers().contains(JavaModifier.STATIC));
  }

  private static String[] join(String[] first, String[] second) {
    return Stream.concat(Arrays.stream(first), Arrays.stream(second)).toArray(String[]::new);
  }
}
