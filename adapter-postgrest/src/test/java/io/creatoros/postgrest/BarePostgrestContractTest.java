package io.creatoros.postgrest;

import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.postgrest.testkit.Tokens;
import io.creatoros.testkit.CourseMirrorContract;

/** The contract straight at a PostgREST of one's own, whose API is at its root. */
final class BarePostgrestContractTest extends ServedMirror implements CourseMirrorContract {

  BarePostgrestContractTest() {
    super(
        PostgrestVersion.V12,
        (server, gateway, administrator) ->
            PostgrestConfig.of(server.url().toString())
                .withPath("/")
                .withKey(Tokens.of("service_role")));
  }
}
