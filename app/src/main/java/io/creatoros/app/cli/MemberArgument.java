package io.creatoros.app.cli;

import io.creatoros.core.members.Member;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Somebody whom the command line names: a user, or a role of the database. */
final class MemberArgument {

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  @Parameters(
      paramLabel = "MEMBER",
      arity = "0..1",
      description = "A user's id (UUID), as Supabase shows it under Authentication, Users.")
  private Optional<String> user = Optional.empty();

  @Option(
      names = "--database-role",
      paramLabel = "NAME",
      description = "In place of MEMBER: a role that logs into the database itself.")
  private Optional<String> databaseRole = Optional.empty();

  /** Who is meant; a usage error unless exactly one is named. */
  Member member(CommandLine command) {
    if (user.isPresent() == databaseRole.isPresent()) {
      throw new ParameterException(
          command, "Name either MEMBER, a user's id, or --database-role NAME");
    }
    return user.<Member>map(id -> new Member.User(id(command, id)))
        .orElseGet(() -> new Member.DatabaseRole(databaseRole.orElseThrow()));
  }

  private static UUID id(CommandLine command, String text) {
    if (!ID.matcher(text).matches()) {
      throw new ParameterException(
          command,
          "'"
              + text
              + "' is no user's id such as 5f0c4f3e-9a51-4f58-8d0b-1c2d3e4f5a6b; Supabase shows it"
              + " under Authentication, Users");
    }
    return UUID.fromString(text);
  }
}
