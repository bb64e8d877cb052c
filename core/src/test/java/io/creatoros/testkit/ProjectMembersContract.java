package io.creatoros.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.members.Member;
import io.creatoros.core.members.MemberRole;
import io.creatoros.core.members.Membership;
import io.creatoros.core.members.ProjectMembers;
import io.creatoros.core.storage.StoragePermissionException;
import io.creatoros.core.storage.StorageRejectedException;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Who is a member of a project, and who decides. */
public interface ProjectMembersContract {
  Member ANA = new Member.User(UUID.fromString("a0a00000-0000-4000-8000-000000000001"));
  Member BIA = new Member.User(UUID.fromString("b1a00000-0000-4000-8000-000000000002"));

  /** Those of a project without members, for somebody who administers the database. */
  ProjectMembers members();

  /** Somebody else, who can come to the mirror. */
  Member caller();

  /** The members of the same project, for that one. The implementor closes what it opens. */
  ProjectMembers membersForCaller();

  @Test
  default void listShouldHoldMembersOwnersFirst() {
    put(BIA, MemberRole.VIEWER);
    put(caller(), MemberRole.EDITOR);
    put(ANA, MemberRole.OWNER);

    assertThat(members().list())
        .containsExactly(
            new Membership(ANA, MemberRole.OWNER),
            new Membership(caller(), MemberRole.EDITOR),
            new Membership(BIA, MemberRole.VIEWER));
  }

  @Test
  default void putShouldGiveAnotherRoleAndChangeNothingWhenRepeated() {
    put(BIA, MemberRole.VIEWER);
    put(BIA, MemberRole.EDITOR);
    put(BIA, MemberRole.EDITOR);

    assertThat(members().list()).containsExactly(new Membership(BIA, MemberRole.EDITOR));
  }

  @Test
  default void removeShouldTellWhetherThereWasSuchAMember() {
    put(BIA, MemberRole.EDITOR);

    assertThat(members().remove(BIA)).isTrue();
    assertThat(members().remove(BIA)).isFalse();
    assertThat(members().list()).isEmpty();
  }

  @Test
  default void ownerShouldDecideWhoIsAMember() {
    put(caller(), MemberRole.OWNER);

    ProjectMembers asOwner = membersForCaller();
    asOwner.put(new Membership(ANA, MemberRole.OWNER));
    asOwner.put(new Membership(BIA, MemberRole.VIEWER));

    assertThat(asOwner.list()).hasSize(3);
    assertThat(asOwner.remove(BIA)).isTrue();
    assertThat(asOwner.remove(caller())).isTrue();
    assertThat(members().list()).containsExactly(new Membership(ANA, MemberRole.OWNER));
  }

  @Test
  default void editorShouldSeeMembersAndNotDecide() {
    put(ANA, MemberRole.OWNER);
    put(caller(), MemberRole.EDITOR);

    ProjectMembers asEditor = membersForCaller();

    assertThat(asEditor.list()).hasSize(2);
    assertThatThrownBy(() -> asEditor.put(new Membership(BIA, MemberRole.VIEWER)))
        .isInstanceOf(StoragePermissionException.class);
    assertThatThrownBy(() -> asEditor.remove(ANA)).isInstanceOf(StoragePermissionException.class);
    assertThat(members().list()).hasSize(2);
  }

  @Test
  default void lastOwnerShouldStayWhoeverAsks() {
    put(caller(), MemberRole.OWNER);
    put(BIA, MemberRole.EDITOR);

    for (ProjectMembers asked : List.of(members(), membersForCaller())) {
      assertKeepsOwner(() -> asked.remove(caller()));
      assertKeepsOwner(() -> asked.put(new Membership(caller(), MemberRole.EDITOR)));
      asked.put(new Membership(caller(), MemberRole.OWNER));
    }

    assertThat(members().list())
        .containsExactly(
            new Membership(caller(), MemberRole.OWNER), new Membership(BIA, MemberRole.EDITOR));
  }

  @Test
  default void ownersShouldNotTakeEachOtherAwayAtOnce() throws Exception {
    for (int round = 0; round < 10; round++) {
      put(ANA, MemberRole.OWNER);
      put(BIA, MemberRole.OWNER);
      Queue<Member> owners = new ConcurrentLinkedQueue<>(List.of(ANA, BIA));

      List<Boolean> gone = Race.run(2, () -> goes(owners.remove()));

      assertThat(gone).containsExactlyInAnyOrder(true, false);
      assertThat(members().list()).hasSize(1);
    }
  }

  private boolean goes(Member owner) {
    try {
      return members().remove(owner);
    } catch (StorageRejectedException last) {
      return false;
    }
  }

  private void put(Member member, MemberRole role) {
    members().put(new Membership(member, role));
  }

  private void assertKeepsOwner(Runnable change) {
    assertThatThrownBy(change::run)
        .isInstanceOfSatisfying(
            StorageRejectedException.class, refused -> assertThat(refused.remedy()).isPresent())
        .hasMessageContaining("last owner")
        .hasMessageContaining(caller().toString());
  }
}
