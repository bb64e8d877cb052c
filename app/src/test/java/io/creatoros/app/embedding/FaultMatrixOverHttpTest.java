package io.creatoros.app.embedding;

import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.postgrest.testkit.RequiresPostgrest;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that can be wrong with a database, and what can be wrong before it besides. */
@RequiresPostgrest
@ParameterizedClass
@EnumSource
class FaultMatrixOverHttpTest extends FaultMatrixContract {

  @Parameter private PostgrestVersion version;

  @Override
  ShakyServer server() {
    return new ShakyPostgrest(version);
  }

  @Override
  Stream<Fault> faults() {
    Set<SharedFault> withMirror =
        EnumSet.complementOf(EnumSet.of(SharedFault.NO_MIRROR, SharedFault.SWITCHED_OFF));
    return Stream.concat(withMirror.stream(), Stream.of(HttpFault.values()));
  }
}
