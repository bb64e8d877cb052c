package io.creatoros.postgrest;

import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.postgrest.testkit.Tokens;
import io.creatoros.testkit.CourseMirrorContract;
import java.util.UUID;

/**
 * The contract for a user who shows nothing but a publishable key and a token, and is an editor.
 */
final class EditorContractTest extends ServedMirror implements CourseMirrorContract {

  EditorContractTest() {
    super(
        PostgrestVersion.V12,
        (server, gateway, administrator) -> {
          UUID user = UUID.randomUUID();
          for (String project : new String[] {"default", "other"}) {
            administrator.query(
                String.class, "select creatoros.set_member(?, ?, null, 'editor')", project, user);
          }
          return PostgrestConfig.of(gateway.url().toString())
              .withKey(gateway.publishableKey())
              .withToken(Tokens.of("authenticated", user));
        });
  }
}
