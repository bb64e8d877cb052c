package io.creatoros.postgrest;

import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.testkit.CourseMirrorContract;

/** The contract over PostgREST 11. */
final class PostgrestMirror11ContractTest extends ServedMirror implements CourseMirrorContract {

  PostgrestMirror11ContractTest() {
    super(PostgrestVersion.V11);
  }
}
