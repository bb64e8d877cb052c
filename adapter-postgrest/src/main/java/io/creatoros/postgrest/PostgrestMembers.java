package io.creatoros.postgrest;

import com.fasterxml.jackson.databind.JsonNode;
import io.creatoros.core.members.Member;
import io.creatoros.core.members.MemberRole;
import io.creatoros.core.members.Membership;
import io.creatoros.core.members.ProjectMembers;
import io.creatoros.core.query.QueryRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The members of a project, as the functions of the API tell and change them. */
final class PostgrestMembers implements ProjectMembers {
  private final Api api;

  PostgrestMembers(Api api) {
    this.api = api;
  }

  @Override
  public List<Membership> list() {
    List<Membership> members = new ArrayList<>();
    String operation = "list the members of project \"" + api.project() + "\"";
    for (JsonNode row : api.call(operation, "creatoros_members", api.arguments())) {
      members.add(membership(new JsonRow(row)));
    }
    return members;
  }

  @Override
  public void put(Membership membership) {
    set(membership.member(), Optional.of(membership.role()));
  }

  @Override
  public boolean remove(Member member) {
    return set(member, Optional.empty()).equals("removed");
  }

  private String set(Member member, Optional<MemberRole> role) {
    return api.call(
            "change the members of project \"" + api.project() + "\"",
            "creatoros_member",
            api.arguments()
                .with("p_user", named(member, Member.User.class))
                .with("p_database_role", named(member, Member.DatabaseRole.class))
                .with("p_role", role.map(MemberRole::label)))
        .path("status")
        .asText();
  }

  private static Optional<String> named(Member member, Class<? extends Member> kind) {
    return Optional.of(member).filter(kind::isInstance).map(Member::toString);
  }

  private static Membership membership(QueryRow row) {
    MemberRole role = MemberRole.of(row.requiredText("role")).orElseThrow();
    Optional<Member> user = row.text("user").map(UUID::fromString).map(Member.User::new);
    return new Membership(
        user.orElseGet(() -> new Member.DatabaseRole(row.requiredText("database_role"))), role);
  }
}
