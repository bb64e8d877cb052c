package io.creatoros.app.cli;

import io.creatoros.app.config.AppConfig;
import io.creatoros.app.config.MirrorKind;
import io.creatoros.app.session.Session;
import io.creatoros.app.session.SessionException;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.dualwrite.MirrorOutcome;
import io.creatoros.core.dualwrite.Persisted;
import io.creatoros.core.persist.CoursePersister;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that stores part of a course for a program. */
abstract class PersistingCommand extends SessionCommand {

  @Parameters(
      paramLabel = "COURSE",
      index = "0",
      description = "The course's folder, or its path in the workspace; made if it is not there.")
  private String name = "";

  @Option(
      names = "--require-mirror",
      description =
          "End with another exit code than 0 unless the mirror has it too, even if db-persist is"
              + " off.")
  private boolean requireMirror;

  /**
   * Stores what was given.
   *
   * @throws IllegalArgumentException if a value cannot be; it names the argument
   */
  abstract Persisted write(CoursePersister persister, CourseId course, TextInput input);

  /** What is read where no file is named. */
  static Optional<String> orStandardInput(Optional<String> file) {
    return file.or(() -> Optional.of(TextInput.STANDARD_INPUT));
  }

  /** In the workspace around the course; where there is none, one is made around it. */
  @Override
  final Session open(CreatorOsCommand global) {
    CoursePlace place = place(global);
    Session found = open(global, List.of(place.nearest()), global.workspace(), false);
    if (found.hasWorkspace()) {
      return found;
    }
    found.close();
    Optional<Path> above = Optional.ofNullable(place.folder().getParent());
    return open(global, List.of(), global.workspace().or(() -> above), true);
  }

  private CoursePlace place(CreatorOsCommand global) {
    return new CoursePlace(global.environment().current(), name);
  }

  @Override
  final Outcome run(Session session, CreatorOsCommand global) {
    CourseId course = place(global).in(session);
    CoursePersister persister = session.persister();
    Persisted persisted = written(persister, course, new TextInput(global.environment()));
    AppConfig config = session.configuration().config();
    persister.flush(config.dualWrite().budget());
    MirrorOutcome outcome = persisted.settled().getNow(persisted.mirror());
    boolean mirrored = config.mirror() != MirrorKind.NONE;
    return new PersistedView(persisted, outcome, mirrored, requireMirror).outcome();
  }

  private Persisted written(CoursePersister persister, CourseId course, TextInput input) {
    try {
      return write(persister, course, input);
    } catch (IllegalArgumentException e) {
      throw new SessionException(
          SessionException.Kind.USAGE,
          "VALUE_INVALID",
          String.valueOf(e.getMessage()),
          spec().qualifiedName() + " --help",
          e);
    }
  }
}
