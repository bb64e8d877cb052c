package io.creatoros.app.cli;

import io.creatoros.app.config.MirrorKind;
import io.creatoros.app.session.Session;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "url", description = "Print the database's URL for other programs.")
final class DbUrlCommand extends SessionCommand {

  @Option(names = "--with-password", description = "Put the password into the URL.")
  private boolean withPassword;

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    String url = session.database().url(withPassword);
    boolean leaves =
        session.configuration().config().mirror() == MirrorKind.EMBEDDED
            && !session.embedded().status().kept();
    List<String> talk =
        leaves
            ? List.of("the embedded server stops with this command; next: creatoros db start")
            : List.of();
    return new Outcome(ExitCode.DONE, CourseJson.row("url", url), List.of(url), talk);
  }
}
