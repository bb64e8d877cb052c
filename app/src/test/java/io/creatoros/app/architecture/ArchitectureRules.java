package io.creatoros.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the architecture below a root package, so that they can be tried on packages that
 * break them.
 */
final class ArchitectureRules {

  /** Packages of core that hold domain records and ports. */
  static final List<String> PORTS =
      List.of(
          "core.course",
          "core.compare",
          "core.members",
          "core.query",
          "core.storage",
          "core.adapter");

  /** Packages of core that keep writers quick when a mirror is not. */
  static final List<String> RESILIENT = List.of("core.dualwrite", "core.resilience");

  static final List<String> ADAPTERS = List.of("filesystem", "postgres", "postgrest");

  /** Every package that a rule names and that has to hold classes for the rule to mean anything. */
  static final List<String> INHABITED =
      List.of(
          "core.course",
          "core.compare",
          "core.storage",
          "core.query",
          "core.members",
          "core.wire",
          "core.text",
          "core.finding",
          "core.reading",
          "core.brief",
          "core.curriculum",
          "core.lesson",
          "core.quality",
          "core.research",
          "core.assessment",
          "core.record",
          "core.projection",
          "core.adapter",
          "core.dualwrite",
          "core.resilience",
          "core.persist",
          "core.pull",
          "core.sync",
          "core.verify",
          "filesystem",
          "postgres",
          "postgres.embedded",
          "postgrest",
          "migrations",
          "app",
          "app.config",
          "app.session",
          "app.watch",
          "app.cli",
          "app.watch",
          "app.wiring");

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

  private final String root;
  private final Set<String> openTypes;

  /**
   * @param root the package below which everything lives
   * @param openTypes the simple names of the types that adapters show to embedders
   */
  ArchitectureRules(String root, Set<String> openTypes) {
    this.root = root;
    this.openTypes = openTypes;
  }

  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("coreIsSelfContained", coreIsSelfContained());
    rules.put("resilienceStaysInItsPlace", resilienceStaysInItsPlace());
    rules.put("portsArePlain", portsArePlain());
    rules.put("coreKnowsNoSql", coreKnowsNoSql());
    rules.put("adaptersAreStrangers", adaptersAreStrangers());
    rules.put("adaptersHide", adaptersHide());
    rules.put("layers", layers());
    rules.put("onlyMainWires", onlyMainWires());
    rules.put("portTypesArePlain", portTypesArePlain());
    rules.put("repositoriesArePorts", repositoriesArePorts());
    rules.put("injectionStaysInWiring", injectionStaysInWiring());
    rules.put("commandLineStaysInCli", commandLineStaysInCli());
    rules.put("noFieldInjection", noFieldInjection());
    rules.put("noGenericExceptions", noGenericExceptions());
    rules.put("noJavaUtilLogging", noJavaUtilLogging());
    rules.put("noStandardStreams", noStandardStreams());
    rules.put("onlyMainExits", onlyMainExits());
    rules.put("noCycles", noCycles());
    rules.put("packagesAreNullMarked", packagesAreNullMarked());
    return rules;
  }

  private ArchRule coreIsSelfContained() {
    return classes()
        .that()
        .resideInAPackage(in("core"))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                join(join(join(new String[] {in("core")}, PLAIN), PARSERS), RESILIENCE)))
        .because(
            "core is embedded by others, who should not inherit libraries they did not ask for");
  }

  private ArchRule resilienceStaysInItsPlace() {
    return noClasses()
        .that()
        .resideInAPackage(in("core"))
        .and()
        .resideOutsideOfPackages(RESILIENT.stream().map(this::in).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.github.resilience4j..", "io.micrometer..")
        .because("retries and meters are put around what reads and compares, never into it");
  }

  private ArchRule portsArePlain() {
    return classes()
        .that()
        .resideInAnyPackage(ports())
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(join(new String[] {in("core")}, PLAIN)))
        .because("domain records and ports are the contract; a library in it binds everyone");
  }

  private ArchRule coreKnowsNoSql() {
    return noClasses()
        .that()
        .resideInAPackage(in("core"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..")
        .because("where courses are mirrored is an adapter's business");
  }

  private ArchRule adaptersAreStrangers() {
    CompositeArchRule rule = null;
    for (String adapter : ADAPTERS) {
      String[] others =
          Stream.concat(ADAPTERS.stream().filter(other -> !other.equals(adapter)), Stream.of("app"))
              .map(this::in)
              .toArray(String[]::new);
      ArchRule one =
          noClasses()
              .that()
              .resideInAPackage(in(adapter))
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
        .resideInAnyPackage(ADAPTERS.stream().map(this::in).toArray(String[]::new))
        .and()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .should(beOneOf(openTypes))
        .because("what is public is promised; adapters promise only what embedders need");
  }

  private ArchRule layers() {
    return layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(in(""))
        .layer("core")
        .definedBy(in("core"))
        .layer("migrations")
        .definedBy(in("migrations"))
        .layer("filesystem")
        .definedBy(in("filesystem"))
        .layer("postgres")
        .definedBy(in("postgres"))
        .optionalLayer("postgrest")
        .definedBy(in("postgrest"))
        .layer("config")
        .definedBy(in("app.config"))
        .layer("session")
        .definedBy(in("app.session"))
        .layer("watch")
        .definedBy(in("app.watch"))
        .layer("watch")
        .definedBy(in("app.watch"))
        .layer("cli")
        .definedBy(in("app.cli"))
        .layer("wiring")
        .definedBy(in("app.wiring"))
        .layer("main")
        .definedBy(root + ".app")
        .whereLayer("main")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("wiring")
        .mayOnlyBeAccessedByLayers("main")
        .whereLayer("cli")
        .mayOnlyBeAccessedByLayers("main")
        .whereLayer("watch")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("watch")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("session")
        .mayOnlyBeAccessedByLayers("main", "cli", "wiring")
        .whereLayer("config")
        .mayOnlyBeAccessedByLayers("main", "session", "cli", "wiring")
        .whereLayer("filesystem")
        .mayOnlyBeAccessedByLayers("wiring")
        .whereLayer("postgres")
        .mayOnlyBeAccessedByLayers("wiring")
        .whereLayer("postgrest")
        .mayOnlyBeAccessedByLayers("wiring")
        .whereLayer("migrations")
        .mayOnlyBeAccessedByLayers("postgres", "wiring")
        .ensureAllClassesAreContainedInArchitecture()
        .because("dependencies point inwards: whatever core is used by can be replaced");
  }

  private ArchRule onlyMainWires() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(in("app.wiring"), root + ".app")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(in("app.wiring"))
        .because("the composition root is chosen once, where a program starts or a library opens");
  }

  private ArchRule portTypesArePlain() {
    return classes()
        .that()
        .resideInAnyPackage(root + ".core.course", root + ".core.storage")
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
        .resideInAPackage(in("core"))
        .and()
        .haveSimpleNameEndingWith("Repository")
        .should()
        .beInterfaces()
        .because("core does not know where courses live");
  }

  private ArchRule injectionStaysInWiring() {
    return noClasses()
        .that(resideOutsideOfPackages(in("app.wiring")).and(not(modules())))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.inject..", "jakarta.inject..", "javax.inject..")
        .because("nothing but the composition root and the modules it installs needs a container");
  }

  /** The modules of adapters, and the one of the library. */
  private DescribedPredicate<JavaClass> modules() {
    Stream<String> packages =
        Stream.concat(ADAPTERS.stream().map(this::in), Stream.of(root + ".app"));
    return resideInAnyPackage(packages.toArray(String[]::new))
        .and(simpleNameEndingWith("Module"))
        .as("are modules");
  }

  private ArchRule commandLineStaysInCli() {
    return noClasses()
        .that(resideOutsideOfPackages(in("app.cli")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .because("what the program does is not tied to how it is asked");
  }

  private ArchRule noFieldInjection() {
    return NO_CLASSES_SHOULD_USE_FIELD_INJECTION.because("a constructor shows what is needed");
  }

  private ArchRule noGenericExceptions() {
    return NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.because("who catches has to know what");
  }

  private ArchRule noJavaUtilLogging() {
    return NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.because("embedders choose the logger: SLF4J");
  }

  private ArchRule noStandardStreams() {
    return NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because(
        "data and talk are kept apart by writers that Main hands out");
  }

  private ArchRule onlyMainExits() {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName(root + ".app.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .because("ending the process is not for a library, and tests could not go on");
  }

  private ArchRule noCycles() {
    return slices()
        .matching(root + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("packages that need each other are one package");
  }

  private ArchRule packagesAreNullMarked() {
    return classes()
        .should(
            new ArchCondition<JavaClass>("reside in a package that is @NullMarked") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                String message = type.getName() + " is in a package that is not @NullMarked";
                events.add(new SimpleConditionEvent(type, marked, message));
              }
            })
        .because("nothing is null unless it says so");
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

  private String[] ports() {
    return PORTS.stream().map(this::in).toArray(String[]::new);
  }

  private String in(String name) {
    return (name.isEmpty() ? root : root + "." + name) + "..";
  }

  private static String[] join(String[] first, String[] second) {
    return Stream.concat(Arrays.stream(first), Arrays.stream(second)).toArray(String[]::new);
  }
}
