package io.creatoros.postgrest;

import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.testkit.CourseMirrorContract;

/** The contract over PostgREST 12. */
final class PostgrestMirror12ContractTest extends ServedMirror implements CourseMirrorContract {

  PostgrestMirror12ContractTest() {
    super(PostgrestVersion.V12);
  }
}
