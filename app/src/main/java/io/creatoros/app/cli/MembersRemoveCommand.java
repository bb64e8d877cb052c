package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import io.creatoros.core.members.Member;
import io.creatoros.core.members.ProjectMembers;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "remove",
    description = {
      "Remove a member from the project; courses stay, and so does the last owner.",
      "Ends with 0 too when there was no such member: it is none then."
    })
final class MembersRemoveCommand extends SessionCommand {

  @Mixin private MemberArgument argument = new MemberArgument();

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    Member member = argument.member(spec().commandLine());
    String project = session.configuration().config().project();
    ProjectMembers members = session.members();
    boolean removed = members.remove(member);
    Map<String, Object> data = CourseJson.row("project", project);
    data.putAll(MemberText.json(member));
    data.put("removed", removed);
    return new Outcome(
        ExitCode.DONE,
        data,
        List.of(
            member
                + (removed ? " is no member of project " : " was no member of project ")
                + project
                + (removed ? " any more" : "")),
        removed ? MemberText.talk(members) : List.of());
  }
}
