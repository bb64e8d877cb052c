package io.creatoros.postgrest;

import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.storage.StoragePermissionException;
import io.creatoros.postgres.testkit.Standby;
import io.creatoros.postgres.testkit.SupabaseLike;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgrest.testkit.PostgrestServer;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.postgrest.testkit.RequiresPostgrest;
import io.creatoros.postgrest.testkit.Tokens;
import io.creatoros.testkit.MirrorWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A mirror behind an API whose database only replays another.
 *
 * <pre>
 * mirror ─► PostgREST ─► PostgreSQL in recovery
 * </pre>
 */
@RequiresPostgrest
final class ReplicaTest {
  private static final CourseId COURSE = new CourseId("curso");

  /** A replica takes no {@code LISTEN}. */
  private static final Map<String, String> UNTOLD = Map.of("db-channel-enabled", "false");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void replicaShouldAnswerReadsAndRefuseWritesAsReadOnly(PostgrestVersion version) {
    try (Standby replica =
            Standby.of(folder.resolve("home"), database -> writeCourse(version, database));
        PostgrestServer server = serve(version, replica.database());
        PostgrestMirror mirror = open(server)) {

      assertThat(mirror.courses()).containsExactly(COURSE);
      assertThat(mirror.read(COURSE, Evidence.RECOMPUTED).files()).hasSize(1);
      assertThatThrownBy(() -> new MirrorWriter(mirror).upload(COURSE, text("b")))
          .isInstanceOfSatisfying(
              StoragePermissionException.class,
              refused -> {
                assertThat(refused.code()).isEqualTo("DB_READ_ONLY");
                assertThat(refused.remedy())
                    .contains("point postgrest.url at an API that takes writes");
              });
    }
  }

  private void writeCourse(PostgrestVersion version, TestDatabase database) {
    SupabaseLike.migrate(database);
    try (PostgrestServer server = serve(version, database);
        PostgrestMirror mirror = open(server)) {
      new MirrorWriter(mirror).write(COURSE, "a.md", text("a"));
    }
  }

  private PostgrestServer serve(PostgrestVersion version, TestDatabase database) {
    return PostgrestServer.startIn(folder, version, database, UNTOLD);
  }

  private static PostgrestMirror open(PostgrestServer server) {
    return PostgrestMirror.open(
        PostgrestConfig.of(server.url().toString())
            .withPath("/")
            .withToken(Tokens.of("service_role")));
  }
}
