package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Machine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may see and write a project is decided by commands. */
abstract class MembersContract extends Scene {

  private static final String BIA = "0b6a8d3c-58d1-4d5e-9a0b-7d1f6f3a2c41";
  private static final String CIDA = "c1da0000-58d1-4d5e-9a0b-7d1f6f3a2c41";

  @Test
  void listShouldBeEmptyWhenTheProjectIsNotThere() {
    Machine.Ran ran = ana.run("members", "list");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("project default has no members that you may see");
    assertThat(ana.run("members", "list", "--json").json())
        .containsEntry("project", "default")
        .containsEntry("members", List.of());
  }

  @Test
  void addShouldMakeTheProjectWhenAnAdministratorAddsItsFirstMember() {
    Machine.Ran added = add(BIA, "owner", "--project", "escola");

    assertThat(added.code()).as(added.err()).isZero();
    assertThat(added.out()).isEqualTo(BIA + " is owner of project escola now\n");
    assertThat(added.err()).isEmpty();
    assertThat(members("escola")).containsExactly("owner " + BIA);
    assertThat(members("default")).isEmpty();
  }

  @Test
  void addShouldGiveAnotherRoleWhenTheMemberIsThere() {
    add(BIA, "owner");
    add(CIDA, "editor");
    add(CIDA, "EDITOR");

    assertThat(members("default")).containsExactly("owner " + BIA, "editor " + CIDA);
    add(CIDA, "viewer");

    assertThat(ana.run("members", "list").out())
        .containsPattern("owner +" + BIA + " +user")
        .containsPattern("viewer +" + CIDA + " +user")
        .contains("2 members of project default");
  }

  @Test
  void addShouldTakeARoleOfTheDatabase() {
    String role = "generator_" + database.name();
    mirror.execute("create role " + role + " login in role creatoros_writer");

    Machine.Ran added =
        ana.run("members", "add", "--database-role", role, "--role", "editor", "--json");

    assertThat(added.code()).as(added.out()).isZero();
    assertThat(added.json())
        .containsEntry("databaseRole", role)
        .containsEntry("user", null)
        .containsEntry("role", "editor");
    assertThat(ana.run("members", "list").out())
        .containsPattern("editor +" + role + " +database role");
  }

  @Test
  void addShouldSayHowToMakeTheRoleWhenTheDatabaseHasNone() {
    Machine.Ran ran =
        ana.run("members", "add", "--database-role", "nobody_here", "--role", "editor");

    assertThat(ran.code()).as(ran.err()).isEqualTo(12);
    assertThat(ran.err()).contains("nobody_here", "create role nobody_here login password");
  }

  @Test
  void removeShouldSayWhetherThereWasSuchAMember() {
    add(BIA, "owner");
    add(CIDA, "editor");

    Machine.Ran removed = ana.run("members", "remove", CIDA, "--json");
    Machine.Ran again = ana.run("members", "remove", CIDA);

    assertThat(removed.json()).containsEntry("removed", true).containsEntry("user", CIDA);
    assertThat(again.code()).isZero();
    assertThat(again.out()).isEqualTo(CIDA + " was no member of project default\n");
    assertThat(members("default")).containsExactly("owner " + BIA);
  }

  @Test
  void lastOwnerShouldStayUntilThereIsAnother() {
    add(BIA, "owner");

    Machine.Ran removed = ana.run("members", "remove", BIA);
    Machine.Ran demoted = add(BIA, "editor");
    add(CIDA, "owner");
    Machine.Ran followed = ana.run("members", "remove", BIA);

    for (Machine.Ran refused : List.of(removed, demoted)) {
      assertThat(refused.code()).as(refused.err()).isEqualTo(12);
      assertThat(refused.err())
          .contains("error DB_REJECTED: ", BIA + " is the last owner of project \"default\"")
          .contains("next: add another owner first: creatoros members add MEMBER --role owner");
    }
    assertThat(followed.code()).as(followed.err()).isZero();
    assertThat(members("default")).containsExactly("owner " + CIDA);
  }

  @Test
  void projectWithoutAnOwnerShouldNotGoUnnoticed() {
    assertThat(add(CIDA, "editor").err())
        .isEqualTo(
            "nobody owns the project: only who administers the database can change its members\n");
    assertThat(add(BIA, "owner").err()).isEmpty();
  }

  @Test
  void commandLineShouldSayWhatIsMissing() {
    assertUsage("Missing required option: '--role=ROLE'", "add", BIA);
    assertUsage(
        "Name either MEMBER, a user's id, or --database-role NAME", "add", "--role", "owner");
    assertUsage("Name either MEMBER", "remove", BIA, "--database-role", "x");
    assertUsage("'bia@escola.example' is no user's id such as ", "remove", "bia@escola.example");
    assertUsage("'1-1-1-1-1' is no user's id", "remove", "1-1-1-1-1");
    assertUsage("expected one of [OWNER, EDITOR, VIEWER]", "add", BIA, "--role", "boss");
  }

  private void assertUsage(String said, String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "members";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    Machine.Ran ran = ana.run(all);

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(said);
  }

  private Machine.Ran add(String member, String role, String... options) {
    String[] all = new String[options.length + 5];
    System.arraycopy(new String[] {"members", "add", member, "--role", role}, 0, all, 0, 5);
    System.arraycopy(options, 0, all, 5, options.length);
    return ana.run(all);
  }

  /** Roles and names, as the list has them. */
  private List<String> members(String project) {
    List<?> members =
        (List<?>) ana.run("members", "list", "--json", "--project", project).json().get("members");
    return members.stream()
        .map(member -> (Map<?, ?>) member)
        .map(member -> member.get("role") + " " + member.get("user"))
        .toList();
  }
}
