package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import io.creatoros.core.members.Membership;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "list", description = "List the members of the project: owners, editors, viewers.")
final class MembersListCommand extends SessionCommand {

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    String project = session.configuration().config().project();
    List<Membership> members = session.members().list();
    List<String> lines = new ArrayList<>();
    if (members.isEmpty()) {
      lines.add("project " + project + " has no members that you may see");
    } else {
      Table table = new Table("ROLE", "MEMBER", "KIND");
      members.forEach(
          found -> table.row(found.role().label(), found.member(), MemberText.kind(found)));
      lines.addAll(table.lines());
      lines.add("");
      lines.add(Text.count(members.size(), "member") + " of project " + project);
    }
    return Outcome.done(
        CourseJson.row(
            "project", project, "members", members.stream().map(MemberText::json).toList()),
        lines);
  }
}
