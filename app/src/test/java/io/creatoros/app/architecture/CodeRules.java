package io.creatoros.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/** What no class does, wherever it lives. */
final class CodeRules {

  private final NamedPackages packages;

  CodeRules(NamedPackages packages) {
    this.packages = packages;
  }

  /** The rules by their names. */
  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("noFieldInjection", noFieldInjection());
    rules.put("noGenericExceptions", noGenericExceptions());
    rules.put("noJavaUtilLogging", noJavaUtilLogging());
    rules.put("noStandardStreams", noStandardStreams());
    rules.put("onlyMainExits", onlyMainExits());
    rules.put("packagesAreNullMarked", packagesAreNullMarked());
    return rules;
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
        .doNotHaveFullyQualifiedName(packages.only("app.Main"))
        .should()
        .callMethod(System.class, "exit", int.class)
        .because("ending the process is not for a library, and tests could not go on");
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
}
