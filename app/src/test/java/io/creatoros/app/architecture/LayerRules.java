package io.creatoros.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who may depend on whom, and where the container and the command line stay. */
final class LayerRules {

  private final NamedPackages packages;

  LayerRules(NamedPackages packages) {
    this.packages = packages;
  }

  /** The rules by their names. */
  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("layers", layers());
    rules.put("onlyMainWires", onlyMainWires());
    rules.put("injectionStaysInWiring", injectionStaysInWiring());
    rules.put("commandLineStaysInCli", commandLineStaysInCli());
    rules.put("noCycles", noCycles());
    return rules;
  }

  private ArchRule layers() {
    return layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(packages.in(""))
        .layer("core")
        .definedBy(packages.in("core"))
        .layer("migrations")
        .definedBy(packages.in("migrations"))
        .layer("filesystem")
        .definedBy(packages.in("filesystem"))
        .layer("postgres")
        .definedBy(packages.in("postgres"))
        .optionalLayer("postgrest")
        .definedBy(packages.in("postgrest"))
        .layer("config")
        .definedBy(packages.in("app.config"))
        .layer("session")
        .definedBy(packages.in("app.session"))
        .layer("watch")
        .definedBy(packages.in("app.watch"))
        .layer("cli")
        .definedBy(packages.in("app.cli"))
        .layer("wiring")
        .definedBy(packages.in("app.wiring"))
        .layer("main")
        .definedBy(packages.only("app"))
        .whereLayer("main")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("wiring")
        .mayOnlyBeAccessedByLayers("main")
        .whereLayer("cli")
        .mayOnlyBeAccessedByLayers("main")
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
        .resideOutsideOfPackages(packages.in("app.wiring"), packages.only("app"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(packages.in("app.wiring"))
        .because("the composition root is chosen once, where a program starts or a library opens");
  }

  private ArchRule injectionStaysInWiring() {
    return noClasses()
        .that(resideOutsideOfPackages(packages.in("app.wiring")).and(not(modules())))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.inject..", "jakarta.inject..", "javax.inject..")
        .because("nothing but the composition root and the modules it installs needs a container");
  }

  private ArchRule commandLineStaysInCli() {
    return noClasses()
        .that(resideOutsideOfPackages(packages.in("app.cli")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .because("what the program does is not tied to how it is asked");
  }

  private ArchRule noCycles() {
    return slices()
        .matching(packages.only("(**)"))
        .should()
        .beFreeOfCycles()
        .because("packages that need each other are one package");
  }

  /** The modules of adapters, and the one of the library. */
  private DescribedPredicate<JavaClass> modules() {
    return resideInAnyPackage(packages.adapters())
        .or(resideInAPackage(packages.only("app")))
        .and(simpleNameEndingWith("Module"))
        .as("are modules");
  }
}
