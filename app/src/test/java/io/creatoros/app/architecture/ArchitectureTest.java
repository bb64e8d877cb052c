package io.creatoros.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ArchitectureTest {

  private static final String ROOT = "io.creatoros";
  private static final int FEWEST_CLASSES = 150;

  /** Every public type of an adapter, on purpose. */
  private static final Set<String> OPEN_TYPES =
      Set.of(
          "EmbeddedPostgresModule",
          "EmbeddedServer",
          "EmbeddedServerException",
          "EmbeddedSettings",
          "FilesystemConfig",
          "FilesystemModule",
          "PoolConfig",
          "PostgresBackup",
          "PostgresClient",
          "PostgresConfig",
          "PostgresMirror",
          "PostgresModule",
          "PostgresQuery",
          "PostgresSchema",
          "PostgrestConfig",
          "PostgrestMirror",
          "PostgrestModule",
          "Selection",
          "Workspace",
          "WorkspacePath");

  static final Iterable<String> INHABITED = NamedPackages.INHABITED;

  private static JavaClasses classes;

  @BeforeAll
  static void importClasses() {
    ImportOption noTestJars = location -> !location.contains("-tests.jar");
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(noTestJars)
            .importPackages(ROOT);
  }

  @TestFactory
  Stream<DynamicTest> everyRuleShouldHold() {
    return new ArchitectureRules(ROOT, OPEN_TYPES)
        .all().entrySet().stream()
            .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(classes)));
  }

  @Test
  void importShouldHaveFoundTheProgram() {
    assertThat(classes.size()).isGreaterThan(FEWEST_CLASSES);
    assertThat(classes.stream().map(JavaClass::getSimpleName))
        .filteredOn(name -> name.endsWith("Test"))
        .isEmpty();
  }

  @ParameterizedTest
  @FieldSource("INHABITED")
  void namedPackageShouldHoldClasses(String name) {
    assertThat(classesIn(ROOT + "." + name)).isNotEmpty();
  }

  @Test
  void everyPackageShouldBeNamedByARule() {
    Set<String> packages =
        classes.stream()
            .map(type -> type.getPackageName().substring(ROOT.length() + 1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(NamedPackages.INHABITED).containsAll(packages);
  }

  @Test
  void everyOpenTypeShouldExist() {
    Set<String> names = classes.stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());

    assertThat(names).containsAll(OPEN_TYPES);
  }

  private static Set<String> classesIn(String name) {
    return classes.stream()
        .filter(type -> type.getPackageName().equals(name))
        .map(JavaClass::getSimpleName)
        .filter(simple -> !simple.equals("package-info"))
        .collect(Collectors.toSet());
  }
}
