package io.creatoros.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule catches a class that breaks it on purpose. */
class ArchitectureRulesTest {

  private static final String ROOT = "io.creatoros.app.architecture.broken";

  private static Map<String, ArchRule> rules;
  private static JavaClasses broken;

  @BeforeAll
  static void importClasses() {
    rules = new ArchitectureRules(ROOT, Set.of("OpenModule")).all();
    broken = new ClassFileImporter().importPackages(ROOT);
  }

  @ParameterizedTest
  @CsvSource({
    "coreIsSelfContained, CoreWithContainer",
    "resilienceStaysInItsPlace, CoreWithMeters",
    "portsArePlain, PortWithParser",
    "coreKnowsNoSql, CoreWithSql",
    "adaptersAreStrangers, NosyAdapter",
    "adaptersHide, LoudAdapter",
    "layers, CommandOnAdapter",
    "onlyMainWires, CommandOnWiring",
    "portTypesArePlain, StatefulDomain",
    "repositoriesArePorts, ConcreteRepository",
    "injectionStaysInWiring, CoreWithContainer",
    "injectionStaysInWiring, InjectingAdapter",
    "injectionStaysInWiring, CommandModule",
    "commandLineStaysInCli, ConfigWithOption",
    "noFieldInjection, InjectedField",
    "noGenericExceptions, ThrowsAnything",
    "noJavaUtilLogging, OldLogger",
    "noStandardStreams, Printer",
    "onlyMainExits, Exits",
    "noCycles, OneWay",
    "packagesAreNullMarked, Unmarked"
  })
  void ruleShouldCatchWhenAClassBreaksIt(String rule, String culprit) {
    String report = rules.get(rule).evaluate(broken).getFailureReport().toString();

    assertThat(report).contains(culprit);
  }

  @Test
  void everyRuleShouldSayWhy() {
    assertThat(rules.values())
        .allSatisfy(rule -> assertThat(rule.getDescription()).contains("because"));
  }

  @Test
  void everyRuleShouldHaveAClassThatBreaksIt() {
    assertThat(rules.values())
        .allSatisfy(rule -> assertThat(rule.evaluate(broken).hasViolation()).isTrue());
  }

  @Test
  void moduleOfAnAdapterShouldPassWhenItNeedsAContainer() {
    String report =
        rules.get("injectionStaysInWiring").evaluate(broken).getFailureReport().toString();

    assertThat(report).doesNotContain("OpenModule");
  }

  @Test
  void openTypeShouldPassWhenItIsMeantForEmbedders() {
    String report = rules.get("adaptersHide").evaluate(broken).getFailureReport().toString();

    assertThat(report).doesNotContain("OpenModule");
  }
}
