package io.creatoros.postgres;

import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StoragePermissionException;
import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.postgres.testkit.FaultProxy;
import io.creatoros.postgres.testkit.Standby;
import io.creatoros.postgres.testkit.SupabaseLike;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.MirrorWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers meet when the server, the network or the role fails them. */
final class PostgresMirrorFaultsTest {
  private static final CourseId COURSE = new CourseId("curso");
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final TestDatabase database = MigratedDatabase.fresh();
  private final Hand hand = new Hand(database);
  private final FaultProxy proxy = FaultProxy.to(database);
  private final PostgresConfig direct = MigratedDatabase.config(database);
  private final PostgresConfig viaProxy =
      MigratedDatabase.config(database, proxy.jdbcUrl(database));

  @AfterEach
  void close() {
    proxy.close();
    database.close();
  }

  @Test
  void openShouldNameServerWhenItIsUnreachable() {
    proxy.refuse();

    StorageException e = failure(viaProxy);

    assertThat(e).isInstanceOf(StorageUnavailableException.class);
    assertThat(e.code()).isEqualTo("DB_UNREACHABLE");
    assertThat(e).hasMessageContaining("127.0.0.1:" + proxy.port() + "/" + database.name());
    assertNoSecret(e, database.password());
  }

  @Test
  void openShouldFailWhenServerDoesNotAnswer() {
    proxy.hang();

    assertThat(failure(viaProxy.withTimeouts(SHORT, SHORT, SHORT)).code())
        .isEqualTo("DB_UNREACHABLE");
  }

  @Test
  void openShouldFailWithPermissionWhenPasswordIsWrong() {
    StorageException e = failure(direct.withCredentials(database.user(), "wr0ng-s3cret"));

    assertThat(e).isInstanceOf(StoragePermissionException.class);
    assertThat(e.code()).isEqualTo("DB_PERMISSION");
    assertNoSecret(e, "wr0ng-s3cret");
  }

  @Test
  void openShouldFailWithPermissionWhenRoleMayNotRead() {
    String role = "nobody_" + database.name();
    hand.execute("create role " + role + " login password 'pw'");

    StorageException e = failure(direct.withCredentials(role, "pw"));

    assertThat(e).isInstanceOf(StoragePermissionException.class);
  }

  @Test
  void openShouldNameDatabaseWhenItDoesNotExist() {
    PostgresConfig config =
        MigratedDatabase.config(
            database, database.jdbcUrl().replace(database.name(), "no_such_database"));

    assertThat(failure(config))
        .isInstanceOf(StorageSchemaException.class)
        .hasMessageContaining("no_such_database");
  }

  @Test
  void commitShouldBeFoundDoneWhenItsAnswerWasLost() {
    try (PostgresMirror mirror = PostgresMirror.open(viaProxy)) {
      new MirrorWriter(mirror).upload(COURSE, text("a"));
      proxy.swallowAnswersTo("creatoros.commit", 1);

      assertThatThrownBy(
              () ->
                  mirror.commit(COURSE, 0, "me", List.of(put("a.md", text("a"))), Optional.empty()))
          .isInstanceOf(StorageUnavailableException.class);

      assertThat(mirror.commit(COURSE, 0, "me", List.of(put("a.md", text("a"))), Optional.empty()))
          .isEqualTo(new CommitResult.CourseMoved(1));
      assertThat(mirror.read(COURSE, Evidence.RECORDED).files()).hasSize(1);
    }
  }

  @Test
  void uploadShouldSucceedWhenRepeatedAfterALostAnswer() {
    try (PostgresMirror mirror = PostgresMirror.open(viaProxy)) {
      MirrorWriter writer = new MirrorWriter(mirror);
      proxy.swallowAnswersTo("creatoros.upload", 1);

      assertThatThrownBy(() -> writer.upload(COURSE, text("a")))
          .isInstanceOf(StorageUnavailableException.class);
      writer.upload(COURSE, text("a"));

      assertThat(hand.count("creatoros.contents")).isEqualTo(1);
      assertThat(mirror.commit(COURSE, 0, "me", List.of(put("a.md", text("a"))), Optional.empty()))
          .isEqualTo(new CommitResult.Committed(1));
      assertThat(hand.count("creatoros.uploads")).isZero();
    }
  }

  @Test
  void callsShouldSucceedAgainWhenServerIsBack() {
    try (PostgresMirror mirror = PostgresMirror.open(viaProxy)) {
      proxy.refuse();
      proxy.cut();
      assertThatThrownBy(mirror::courses)
          .isInstanceOfSatisfying(
              StorageUnavailableException.class,
              e -> assertThat(e.code()).isEqualTo("DB_UNREACHABLE"));

      proxy.heal();

      assertThat(mirror.courses()).isEmpty();
    }
  }

  @Test
  void commitShouldGiveUpWhenCourseStaysLocked() {
    Duration limit = SHORT.multipliedBy(2);
    try (PostgresMirror mirror = PostgresMirror.open(direct);
        PostgresMirror hasty =
            PostgresMirror.open(direct.withTimeouts(direct.connectTimeout(), limit, limit));
        Handle other = hand.begin()) {
      new MirrorWriter(mirror).write(COURSE, "a.md", text("a"));
      other.execute("select from creatoros.courses for update");

      assertThatThrownBy(
              () ->
                  hasty.commit(COURSE, 1, "me", List.of(put("b.md", text("a"))), Optional.empty()))
          .isInstanceOfSatisfying(
              StorageUnavailableException.class, e -> assertThat(e.code()).isEqualTo("DB_TIMEOUT"));
      other.rollback();

      assertThat(mirror.read(COURSE, Evidence.RECORDED).head().revision()).isEqualTo(1);
    }
  }

  @Test
  void commitShouldBeRefusedWhenDatabaseIsReadOnly() {
    hand.execute("alter database " + database.name() + " set default_transaction_read_only = on");
    try (PostgresMirror mirror = PostgresMirror.open(direct)) {

      assertThatThrownBy(() -> new MirrorWriter(mirror).upload(COURSE, text("a")))
          .isInstanceOfSatisfying(
              StoragePermissionException.class,
              e -> assertThat(e.code()).isEqualTo("DB_READ_ONLY"));
    }
  }

  @Test
  void replicaShouldAnswerReadsAndRefuseWritesAsReadOnly(@TempDir Path folder) {
    try (Standby replica = Standby.of(folder.resolve("home"), SupabaseLike::migrate);
        PostgresMirror mirror = PostgresMirror.open(MigratedDatabase.config(replica.database()))) {

      assertThat(mirror.courses()).isEmpty();
      assertThatThrownBy(() -> new MirrorWriter(mirror).upload(COURSE, text("a")))
          .isInstanceOfSatisfying(
              StoragePermissionException.class,
              e -> assertThat(e.code()).isEqualTo("DB_READ_ONLY"));
    }
  }

  @Test
  void commitShouldMeetASchemaErrorWhenSchemaVanishesLater() {
    try (PostgresMirror mirror = PostgresMirror.open(direct)) {
      hand.execute("drop schema creatoros cascade");

      assertThatThrownBy(() -> new MirrorWriter(mirror).upload(COURSE, text("a")))
          .isInstanceOfSatisfying(
              StorageSchemaException.class,
              e -> assertThat(e.remedy()).contains("creatoros migrate"));
    }
  }

  private static StorageException failure(PostgresConfig config) {
    return catchThrowableOfType(StorageException.class, () -> PostgresMirror.open(config).close());
  }

  private static void assertNoSecret(Throwable failure, String secret) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      assertThat(cause.toString()).doesNotContain(secret);
    }
  }
}
