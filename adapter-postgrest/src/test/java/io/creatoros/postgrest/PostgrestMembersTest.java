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
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.postgrest.testkit.Tokens;
import io.creatoros.testkit.TypedCourse;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Members of a project, as whoever holds the secret key and as themselves. */
final class PostgrestMembersTest extends ServedMirror {
  private static final Member WRITER = new Member.DatabaseRole("creatoros_writer");

  private final Member.User user = new Member.User(UUID.randomUUID());

  PostgrestMembersTest() {
    super(PostgrestVersion.V12);
  }

  @Test
  void membersShouldBeAddedChangedAndRemoved() {
    ProjectMembers members = mirror().members();

    members.put(new Membership(WRITER, MemberRole.VIEWER));
    members.put(new Membership(user, MemberRole.OWNER));
    members.put(new Membership(WRITER, MemberRole.EDITOR));
    members.put(new Membership(WRITER, MemberRole.EDITOR));

    assertThat(members.list())
        .containsExactly(
            new Membership(user, MemberRole.OWNER), new Membership(WRITER, MemberRole.EDITOR));
    assertThat(members.remove(WRITER)).isTrue();
    assertThat(members.remove(WRITER)).isFalse();
    assertThat(members.list()).containsExactly(new Membership(user, MemberRole.OWNER));
  }

  @Test
  void ownerShouldDecideAboutMembers() {
    mirror().members().put(new Membership(user, MemberRole.OWNER));

    try (PostgrestMirror owner = asUser()) {
      owner.members().put(new Membership(WRITER, MemberRole.VIEWER));
      assertThat(owner.members().list()).hasSize(2);
      assertThat(owner.members().remove(WRITER)).isTrue();
    }
  }

  @Test
  void othersShouldOnlySeeMembers() {
    mirror().members().put(new Membership(user, MemberRole.EDITOR));

    try (PostgrestMirror editor = asUser()) {
      ProjectMembers members = editor.members();
      assertThat(members.list()).containsExactly(new Membership(user, MemberRole.EDITOR));
      assertThatThrownBy(() -> members.put(new Membership(WRITER, MemberRole.VIEWER)))
          .isInstanceOf(StoragePermissionException.class)
          .hasMessageContaining("you may not decide who is a member of project \"default\"");
    }
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
