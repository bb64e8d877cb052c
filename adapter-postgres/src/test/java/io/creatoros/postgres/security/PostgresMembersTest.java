package io.creatoros.postgres.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.members.Member;
import io.creatoros.core.members.MemberRole;
import io.creatoros.core.members.Membership;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StoragePermissionException;
import io.creatoros.postgres.PostgresConfig;
import io.creatoros.postgres.PostgresMirror;
import io.creatoros.postgres.testkit.SupabaseLike;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.MirrorWriter;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Members of a project, and what the mirror lets logins do by it. */
final class PostgresMembersTest {
  private static final Member ANA = new Member.User(UUID.fromString(Teams.OWNER));
  private static final Member RUI = new Member.DatabaseRole("team_editor");
  private static final CourseId COURSE = new CourseId("curso");

  private final TestDatabase database = SupabaseLike.migrated();
  private final TestDatabase rui = SupabaseLike.asWriter(database, "team_editor");
  private final PostgresMirror administrator = open(database);

  @AfterEach
  void close() {
    administrator.close();
    database.close();
  }

  @Test
  void listShouldHoldMembersOwnersFirst() {
    put(RUI, MemberRole.EDITOR);
    put(ANA, MemberRole.VIEWER);
    put(ANA, MemberRole.OWNER);
    put(ANA, MemberRole.OWNER);

    assertThat(administrator.members().list())
        .containsExactly(
            new Membership(ANA, MemberRole.OWNER), new Membership(RUI, MemberRole.EDITOR));
  }

  @Test
  void removeShouldTellWhetherThereWasSuchAMember() {
    put(RUI, MemberRole.EDITOR);

    assertThat(administrator.members().remove(RUI)).isTrue();
    assertThat(administrator.members().remove(RUI)).isFalse();
    assertThat(administrator.members().list()).isEmpty();
  }

  @Test
  void putShouldNameTheStatementWhenThereIsNoSuchRole() {
    assertThatThrownBy(() -> put(new Member.DatabaseRole("nobody"), MemberRole.VIEWER))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("the database has no role \"nobody\"")
        .extracting(failure -> ((StorageException) failure).remedy())
        .asString()
        .contains("create role nobody login");
  }

  @Test
  void ownerShouldDecideOnMembersAndEditorNot() {
    put(RUI, MemberRole.EDITOR);
    try (PostgresMirror mirror = open(rui)) {
      assertThatThrownBy(() -> mirror.members().put(new Membership(ANA, MemberRole.OWNER)))
          .isInstanceOf(StoragePermissionException.class);
      assertThat(mirror.members().list()).hasSize(1);

      put(RUI, MemberRole.OWNER);
      mirror.members().put(new Membership(ANA, MemberRole.OWNER));
    }

    assertThat(administrator.members().list()).hasSize(2);
  }

  @Test
  void openShouldFailWithTheNextCommandWhenLoginIsNoMember() {
    assertThatThrownBy(() -> open(rui))
        .isInstanceOf(StoragePermissionException.class)
        .hasMessageContaining("you may not read project \"default\"")
        .extracting(failure -> ((StorageException) failure).remedy().orElseThrow())
        .isEqualTo(
            "an owner adds you with: creatoros members add --database-role team_editor"
                + " --role viewer");
  }

  @Test
  void viewerShouldReadAndBeToldTheNextCommandWhenWriting() {
    put(RUI, MemberRole.VIEWER);
    new MirrorWriter(administrator).write(COURSE, "a.md", new byte[] {1});

    try (PostgresMirror mirror = open(rui)) {
      assertThat(mirror.courses()).containsExactly(COURSE);
      assertThatThrownBy(() -> new MirrorWriter(mirror).write(COURSE, "b.md", new byte[] {2}))
          .isInstanceOf(StoragePermissionException.class)
          .hasMessageContaining("you may not write to project \"default\"")
          .extracting(failure -> ((StorageException) failure).remedy().orElseThrow())
          .isEqualTo(
              "an owner adds you with: creatoros members add --database-role team_editor"
                  + " --role editor");
    }
  }

  @Test
  void memberShouldLoseWhatWasGivenWhenRemoved() {
    put(RUI, MemberRole.EDITOR);
    try (PostgresMirror mirror = open(rui)) {
      new MirrorWriter(mirror).write(COURSE, "a.md", new byte[] {1});

      administrator.members().remove(RUI);

      assertThat(mirror.courses()).isEmpty();
      assertThatThrownBy(() -> new MirrorWriter(mirror).write(COURSE, "b.md", new byte[] {2}))
          .isInstanceOf(StoragePermissionException.class);
    }
  }

  private void put(Member member, MemberRole role) {
    administrator.members().put(new Membership(member, role));
  }

  private static PostgresMirror open(TestDatabase as) {
    return PostgresMirror.open(
        PostgresConfig.of(as.jdbcUrl()).withCredentials(as.user(), as.password()));
  }
}
