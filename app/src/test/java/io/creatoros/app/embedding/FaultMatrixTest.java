package io.creatoros.app.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.dualwrite.Persisted;
import io.creatoros.core.persist.CoursePersister;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that can be wrong with a database, and whether all is told and tried. */
class FaultMatrixTest extends FaultMatrixContract {

  @Override
  ShakyServer server() {
    return new ShakyPostgres();
  }

  @Override
  Stream<Fault> faults() {
    return Stream.of(SharedFault.values());
  }

  @Test
  void documentationShouldTellOfTheseFaultsAndNoOther() {
    FaultTable documented = FaultTable.read();
    List<String> shared = words(SharedFault.values());
    Map<Boolean, List<String>> overHttp =
        documented.overHttp().keySet().stream()
            .collect(Collectors.partitioningBy(shared::contains));

    assertThat(documented.everywhere().keySet()).containsExactlyElementsOf(shared);
    assertThat(overHttp.get(false)).isEqualTo(words(HttpFault.values()));
  }

  @Test
  void documentationShouldTellNothingTwice() {
    FaultTable documented = FaultTable.read();

    assertThat(documented.overHttp())
        .allSatisfy(
            (fault, row) -> assertThat(row).isNotEqualTo(documented.everywhere().get(fault)));
  }

  @Test
  void everyMethodThatWritesShouldBeTried() {
    assertThat(
            Stream.of(CoursePersister.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getReturnType() == Persisted.class)
                .map(FaultMatrixTest::signature))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(WriteMethod.values()).map(WriteMethod::signature).toList());
  }

  private static List<String> words(Fault... faults) {
    return Stream.of(faults).map(Fault::words).toList();
  }

  private static String signature(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }
}
