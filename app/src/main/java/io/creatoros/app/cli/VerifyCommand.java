package io.creatoros.app.cli;

import io.creatoros.app.config.AppConfig;
import io.creatoros.app.session.Session;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.sync.Homes;
import io.creatoros.core.verify.Receipt;
import io.creatoros.core.verify.ReceiptCheck;
import io.creatoros.core.verify.ReceiptFile;
import io.creatoros.core.verify.Verification;
import io.creatoros.core.verify.Verifier;
import io.creatoros.core.verify.VerifyOptions;
import io.creatoros.core.verify.VerifySettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify",
    description = {
      "Recompute the hash of every stored byte and of every file, and compare them.",
      "Says EQUAL, DIFFERENT with each path, or INCONCLUSIVE with the reason."
    })
final class VerifyCommand extends SessionCommand {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Folders of courses, or courses; the whole workspace if none is named.")
  private List<Path> paths = List.of();

  @Option(
      names = "--receipt",
      paramLabel = "FILE",
      description = "Write what was proved into a JSON file.")
  private Optional<Path> receipt = Optional.empty();

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = "Check folder and mirror against such a file instead of each other.")
  private Optional<Path> against = Optional.empty();

  @Option(
      names = "--strict",
      description =
          "Take files not stored for their size, and courses that only the mirror holds, for differences.")
  private boolean strict;

  @Override
  List<Path> paths() {
    return paths;
  }

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    Progress progress = new Progress(global.console());
    Outcome outcome =
        against
            .map(file -> check(session, global.file(file), progress))
            .orElseGet(() -> verify(session, global, progress));
    progress.clear();
    return outcome;
  }

  private Outcome verify(Session session, CreatorOsCommand global, Progress progress) {
    Homes homes = session.homes();
    Verifier verifier =
        new Verifier(homes.folders(), homes.mirror(), session.verifications(), settings(session));
    VerifyOptions options = new VerifyOptions(strict, receipt.isPresent());
    Collection<CourseId> courses = homes.courses(session.scopes());
    Collection<CourseId> elsewhere = homes.elsewhere(session.scopes());
    boolean included = strict || courses.isEmpty();
    if (included) {
      courses.addAll(elsewhere);
      elsewhere = List.of();
    }
    Verification verification = verifier.verify(courses, options, progress);
    receipt.ifPresent(
        file ->
            ReceiptFile.write(
                global.file(file),
                Receipt.of(
                    verification,
                    Version.number(),
                    session.configuration().config().project(),
                    session.origin())));
    return VerifyView.of(List.of(new VerifyView.Part("", verification)), elsewhere);
  }

  private Outcome check(Session session, Path file, Progress progress) {
    Receipt proof = ReceiptFile.read(file);
    ReceiptCheck check =
        new ReceiptCheck(proof, settings(session), new VerifyOptions(strict, false));
    List<CourseId> courses =
        check.courses().stream()
            .filter(course -> session.scopes().stream().anyMatch(course::isWithin))
            .toList();
    return VerifyView.of(
        List.of(
            new VerifyView.Part("folder", check.folder(session.folders(), courses, progress)),
            new VerifyView.Part(
                "mirror", check.mirror(session.homes().mirror(), courses, progress))),
        List.of());
  }

  private static VerifySettings settings(Session session) {
    AppConfig config = session.configuration().config();
    return new VerifySettings(config.sizeLimit(), config.syncSenders(), Clock.systemUTC());
  }
}
