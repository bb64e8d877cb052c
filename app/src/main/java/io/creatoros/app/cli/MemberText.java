package io.creatoros.app.cli;

import io.creatoros.core.members.Member;
import io.creatoros.core.members.MemberRole;
import io.creatoros.core.members.Membership;
import io.creatoros.core.members.ProjectMembers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Members of a project, said. */
final class MemberText {

  private MemberText() {}

  static String kind(Membership membership) {
    return membership.member() instanceof Member.User ? "user" : "database role";
  }

  static Map<String, Object> json(Membership membership) {
    Map<String, Object> json = json(membership.member());
    json.put("role", membership.role().label());
    return json;
  }

  /** The name under what it is the name of; the other is null. */
  static Map<String, Object> json(Member member) {
    boolean user = member instanceof Member.User;
    Optional<String> name = Optional.of(member.toString());
    return CourseJson.row(
        "user", user ? name : Optional.empty(), "databaseRole", user ? Optional.empty() : name);
  }

  /** What a person should know who has just changed the members. */
  static List<String> talk(ProjectMembers members) {
    boolean owned = members.list().stream().anyMatch(found -> found.role() == MemberRole.OWNER);
    return owned
        ? List.of()
        : List.of(
            "nobody owns the project: only who administers the database can change its members");
  }
}
