package io.creatoros.postgres;

import io.creatoros.core.members.Member;
import io.creatoros.core.members.MemberRole;
import io.creatoros.core.members.Membership;
import io.creatoros.core.members.ProjectMembers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members of a project, as the functions of the schema tell and change them. */
final class PostgresMembers implements ProjectMembers {
  /** Nothing, or an error that says how to become a member. */
  static final String REQUIRE = "select creatoros.require_member(:project)";

  private static final String LIST =
      "select m.user_id, m.database_role, m.role from creatoros.members(:project) m";

  private static final String SET =
      """
      select creatoros.set_member(:project, :user::uuid, :databaseRole::text, :role::text)
      """;

  private final Database database;
  private final String project;

  PostgresMembers(Database database, String project) {
    this.database = database;
    this.project = project;
  }

  @Override
  public List<Membership> list() {
    return database.call(
        "list the members of project \"" + project + "\"",
        handle ->
            handle
                .createQuery(LIST)
                .bind("project", project)
                .map((row, context) -> membership(row))
                .list());
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
    return database.call(
        "change the members of project \"" + project + "\"",
        handle ->
            handle
                .createQuery(SET)
                .bind("project", project)
                .bind("user", member instanceof Member.User user ? user.id() : null)
                .bind(
                    "databaseRole",
                    member instanceof Member.DatabaseRole login ? login.name() : null)
                .bind("role", role.map(MemberRole::label).orElse(null))
                .mapTo(String.class)
                .one());
  }

  private static Membership membership(ResultSet row) throws SQLException {
    MemberRole role = MemberRole.of(row.getString("role")).orElseThrow();
    return new Membership(
        member(row.getObject("user_id", UUID.class), row.getString("database_role")), role);
  }

  private static Member member(@Nullable UUID user, String databaseRole) {
    return user == null ? new Member.DatabaseRole(databaseRole) : new Member.User(user);
  }
}
