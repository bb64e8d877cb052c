package io.creatoros.postgrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.members.Member;
import io.creatoros.core.members.MemberRole;
import io.creatoros.core.members.Membership;
import io.creatoros.core.members.ProjectMembers;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.core.query.LessonSearch;
import io.creatoros.core.storage.StoragePermissionException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.postgrest.testkit.Tokens;
import io.creatoros.testkit.ProjectMembersContract;
import io.creatoros.testkit.TypedCourse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Members of a project, as whoever holds the secret key and as themselves. */
final class PostgrestMembersTest extends ServedMirror implements ProjectMembersContract {
  private final Member.User user = new Member.User(UUID.randomUUID());
  private final List<PostgrestMirror> opened = new ArrayList<>();

  PostgrestMembersTest() {
    super(PostgrestVersion.V12);
  }

  @Override
  public ProjectMembers members() {
    return mirror().members();
  }

  @Override
  public Member caller() {
    return user;
  }

  @Override
  public ProjectMembers membersForCaller() {
    PostgrestMirror mirror = asUser();
    opened.add(mirror);
    return mirror.members();
  }

  @AfterEach
  void closeOpened() {
    opened.forEach(PostgrestMirror::close);
  }

  @Test
  void databaseRoleShouldBeAMemberToo() {
    Member writer = new Member.DatabaseRole("creatoros_writer");

    members().put(new Membership(writer, MemberRole.VIEWER));
    members().put(new Membership(writer, MemberRole.EDITOR));

    assertThat(members().list()).containsExactly(new Membership(writer, MemberRole.EDITOR));
    assertThat(members().remove(writer)).isTrue();
  }

  @Test
  void lastOwnerShouldStayAndTheNextCommandBeNamed() {
    members().put(new Membership(user, MemberRole.OWNER));

    assertThatThrownBy(() -> members().remove(user))
        .isInstanceOfSatisfying(
            StorageRejectedException.class,
            refused ->
                assertThat(refused.remedy())
                    .contains("add another owner first: creatoros members add MEMBER --role owner"))
        .hasMessageContaining(user + " is the last owner of project \"default\"");
  }

  @Test
  void editorShouldBeToldThatOwnersDecide() {
    members().put(new Membership(user, MemberRole.EDITOR));

    assertThatThrownBy(() -> membersForCaller().remove(user))
        .isInstanceOf(StoragePermissionException.class)
        .hasMessageContaining("you may not decide who is a member of project \"default\"");
  }

  @Test
  void viewerShouldAskWhatTheProjectHolds() {
    mirror().members().put(new Membership(user, MemberRole.VIEWER));
    CourseId course =
        new TypedCourse("café")
            .piece("persona", "ana")
            .piece("language", "pt")
            .lesson("1.md", "A água quente")
            .commit(mirror());
    CourseQueries all = mirror().queries();

    try (PostgrestMirror viewer = asUser()) {
      CourseQueries queries = viewer.queries();

      assertThat(queries.courses()).hasSize(1).isEqualTo(all.courses());
      assertThat(queries.lessons(course)).hasSize(1).isEqualTo(all.lessons(course));
      assertThat(queries.search(new LessonSearch("agua", Optional.empty(), Optional.empty(), 10)))
          .hasSize(1);
      assertThat(queries.stats()).isEqualTo(all.stats());
      assertThat(queries.export(course)).isPresent().isEqualTo(all.export(course));
    }
  }

  private PostgrestMirror asUser() {
    return PostgrestMirror.open(
        PostgrestConfig.of(gateway().url().toString())
            .withKey(gateway().publishableKey())
            .withToken(Tokens.of("authenticated", user.id())));
  }
}
