package io.creatoros.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.creatoros.core.compare.Bases;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.dualwrite.CourseWriter;
import io.creatoros.core.members.ProjectMembers;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.core.resilience.BreakerMemory;
import io.creatoros.core.sync.Lanes;
import io.creatoros.core.verify.VerificationLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every port has a contract, and every adapter that implements the port takes it. */
class PortContractsTest {

  static final List<Class<?>> PORTS =
      List.of(
          CourseFolders.class,
          CourseMirror.class,
          CourseQueries.class,
          CourseWriter.class,
          Bases.class,
          BreakerMemory.class,
          Lanes.class,
          ProjectMembers.class,
          VerificationLog.class);

  private static final String KIT = "io.creatoros.testkit";

  private static JavaClasses classes;

  @BeforeAll
  static void importClasses() {
    List<Path> tests =
        Stream.of("../adapter-filesystem", "../adapter-postgres")
            .map(module -> Path.of(module, "target", "test-classes"))
            .toList();
    assertThat(tests).allSatisfy(folder -> assertThat(Files.isDirectory(folder)).isTrue());
    Stream<Path> compiled =
        Stream.concat(
            tests.stream(),
            Stream.of("../core", "../adapter-filesystem", "../adapter-postgres")
                .map(module -> Path.of(module, "target", "classes")));
    classes =
        new ClassFileImporter()
            .importPaths(
                Stream.concat(compiled, Stream.of(Path.of("../core/target/test-classes")))
                    .toList());
  }

  @ParameterizedTest
  @FieldSource("PORTS")
  void portShouldHaveAContract(Class<?> port) {
    assertThat(classes.contain(contract(port))).isTrue();
  }

  @ParameterizedTest
  @FieldSource("PORTS")
  void everyAdapterShouldTakeTheContractOfItsPort(Class<?> port) {
    List<JavaClass> adapters =
        classes.stream()
            .filter(type -> type.isAssignableTo(port) && !type.isInterface())
            .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
            .filter(type -> !type.getPackageName().startsWith(KIT))
            .filter(type -> !isTest(type))
            .toList();

    assertThat(adapters).isNotEmpty();
    assertThat(adapters).allSatisfy(adapter -> assertTakesContract(adapter, port));
  }

  /** In a test of its own name, or in a part of that. */
  private static void assertTakesContract(JavaClass adapter, Class<?> port) {
    List<String> tests =
        classes.stream()
            .filter(type -> isTest(type) && type.isAssignableTo(contract(port)))
            .map(type -> type.getName().split("\\$")[0])
            .toList();

    assertThat(tests)
        .as(adapter.getName() + " takes " + contract(port))
        .containsAnyOf(adapter.getName() + "ContractTest", adapter.getName() + "Test");
  }

  private static boolean isTest(JavaClass type) {
    return type.getSource().orElseThrow().getUri().getPath().contains("/test-classes/");
  }

  private static String contract(Class<?> port) {
    return KIT + "." + port.getSimpleName() + "Contract";
  }
}
