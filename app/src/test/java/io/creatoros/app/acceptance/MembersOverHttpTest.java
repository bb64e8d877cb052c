package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Machine;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.postgrest.testkit.RequiresPostgrest;
import io.creatoros.postgrest.testkit.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same over HTTP, where users come with tokens. */
@RequiresPostgrest
class MembersOverHttpTest extends MembersContract {

  private final UUID user = UUID.randomUUID();
  @TempDir private Path usersFolder;

  @Override
  HttpRoute route() {
    return HttpRoute.through(PostgrestVersion.V12);
  }

  @Test
  void strangerShouldSeeNothingAndBeToldWhoCanHelp() throws IOException {
    writeCoffeeCourse();
    syncEqual(ana);
    Machine stranger = user();
    stranger.write("courses/tea/lessons/1.1-leaf.md", "leaf\n");

    Machine.Ran refused = sync(stranger);

    assertThat(refused.code()).as(refused.out() + refused.err()).isEqualTo(21);
    assertThat(refused.err())
        .contains("error DB_PERMISSION: ", "you may not read project \"default\"")
        .contains("creatoros members add " + user + " --role viewer");
    for (String command : List.of("courses", "stats", "members list", "pull --all")) {
      Machine.Ran ran = stranger.runIn(root(stranger), command.split(" "));
      assertThat(ran.code()).as(command + ran.out()).isEqualTo(21);
      assertThat(ran.out()).isEmpty();
    }
    assertThat(mirror.query("select path from creatoros.courses")).containsExactly("coffee");
  }

  @Test
  void viewerShouldReadAndNotWriteUntilMadeAnEditor() throws IOException {
    writeCoffeeCourse();
    syncEqual(ana);
    Machine member = user();
    ana.run("members", "add", user.toString(), "--role", "viewer");

    Machine.Ran pulled = member.run("pull", "--all", "--to", ROOT);
    assertThat(pulled.code()).as(pulled.out() + pulled.err()).isZero();
    member.write("courses/coffee/lessons/1.3-brew.md", "brew\n");
    Machine.Ran refused = sync(member);
    ana.run("members", "add", user.toString(), "--role", "editor");
    Machine.Ran written = sync(member);

    assertThat(refused.code()).as(refused.out() + refused.err()).isEqualTo(21);
    assertThat(refused.out() + refused.err())
        .contains("you may not write to project \"default\"")
        .contains("creatoros members add");
    assertThat(written.code()).as(written.out() + written.err()).isZero();
    assertThat(mirror.files()).containsKey("coffee/lessons/1.3-brew.md");
    assertThat(member.run("verify", ROOT).code()).isZero();
  }

  @Test
  void ownerShouldDecideWhoIsAMemberAndAnEditorNot() {
    Machine member = user();
    String other = UUID.randomUUID().toString();
    ana.run("members", "add", user.toString(), "--role", "editor");

    Machine.Ran refused = member.run("members", "add", other, "--role", "viewer");
    ana.run("members", "add", user.toString(), "--role", "owner");
    Machine.Ran added = member.run("members", "add", other, "--role", "viewer");

    assertThat(refused.code()).as(refused.err()).isEqualTo(21);
    assertThat(refused.err()).contains("you may not decide who is a member", "next: ");
    assertThat(added.code()).as(added.err()).isZero();
    assertThat(member.run("members", "list").out()).contains("2 members of project default");
  }

  private Machine user() {
    Machine machine = new Machine(usersFolder);
    String token = Tokens.of("authenticated", user);
    ((HttpRoute) route).variables(token).forEach(machine::with);
    return machine;
  }
}
