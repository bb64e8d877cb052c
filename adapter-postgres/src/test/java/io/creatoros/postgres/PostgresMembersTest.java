package io.creatoros.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.members.Member;
import io.creatoros.core.members.MemberRole;
import io.creatoros.core.members.Membership;
import io.creatoros.core.members.ProjectMembers;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StoragePermissionException;
import io.creatoros.postgres.testkit.SupabaseLike;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.MirrorWriter;
import io.creatoros.testkit.ProjectMembersContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Members of a project, and what the mirror lets logins do by it. */
final class PostgresMembersTest implements ProjectMembersContract {
  private static final Member RUI = new Member.DatabaseRole("team_editor");
  private static final CourseId COURSE = new CourseId("curso");

  private final TestDatabase database = SupabaseLike.migrated();
  private final TestDatabase rui = SupabaseLike.asWriter(database, "team_editor");
  private final PostgresMirror administrator = open(database);
  private final List<PostgresMirror> opened = new ArrayList<>(List.of(administrator));

  @AfterEach
  void close() {
    opened.forEach(PostgresMirror::close);
    database.close();
  }

  @Override
  public ProjectMembers members() {
    return administrator.members();
  }

  @Override
  public Member caller() {
    return RUI;
  }

  @Override
  public ProjectMembers membersForCaller() {
    PostgresMirror mirror = open(rui);
    opened.add(mirror);
    return mirror.members();
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
  void lastOwnerShouldStayWhenRowsAreChangedByHand() {
    put(ANA, MemberRole.OWNER);
    put(RUI, MemberRole.OWNER);

    for (String all :
        List.of(
            "delete from public.content_project_members",
            "update public.content_project_members set role = 'editor'")) {
      for (TestDatabase somebody : List.of(database, rui)) {
        assertThatThrownBy(() -> new Hand(somebody).execute(all))
            .hasMessageContaining("is the last owner of project \"default\"")
            .hasMessageContaining("add another owner first: creatoros members add");
      }
    }
    assertThat(members().list()).hasSize(2);
  }

  @Test
  void lastOwnerShouldGoWhenWhoOwnsTheTableSetsThatAside() {
    put(ANA, MemberRole.OWNER);
    String trigger = "alter table public.content_project_members %s trigger keep_owner";
    Hand hand = new Hand(database);

    hand.execute(trigger.formatted("disable"));
    hand.execute("delete from public.content_project_members");
    hand.execute(trigger.formatted("enable"));

    assertThat(members().list()).isEmpty();
  }

  @Test
  void lastOwnerShouldGoWithTheProject() {
    put(ANA, MemberRole.OWNER);

    new Hand(database).execute("delete from public.content_projects");

    assertThat(members().list()).isEmpty();
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
