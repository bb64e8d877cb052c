package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import io.creatoros.core.members.Member;
import io.creatoros.core.members.MemberRole;
import io.creatoros.core.members.Membership;
import io.creatoros.core.members.ProjectMembers;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "add",
    description = {
      "Add a member to the project, or give one another role.",
      "Owners may, and who administers the database; the latter make the project by it."
    },
    footer = {
      "",
      "A viewer reads courses; an editor writes them too; an owner decides who is a member as well."
    })
final class MembersAddCommand extends SessionCommand {

  @Mixin private MemberArgument argument = new MemberArgument();

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      required = true,
      description = "What the member may do: owner, editor or viewer.")
  private MemberRole role = MemberRole.VIEWER;

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    Member member = argument.member(spec().commandLine());
    String project = session.configuration().config().project();
    ProjectMembers members = session.members();
    Membership membership = new Membership(member, role);
    members.put(membership);
    Map<String, Object> data = CourseJson.row("project", project);
    data.putAll(MemberText.json(membership));
    return new Outcome(
        ExitCode.DONE,
        data,
        List.of(member + " is " + role.label() + " of project " + project + " now"),
        MemberText.talk(members));
  }
}
