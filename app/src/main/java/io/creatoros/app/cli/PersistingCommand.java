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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
          "End with 0 only if the mirror has it too, which it does not while db-persist is off.")
  private boolean requireMirror;

  private @Nullable Writing writing;

  /** What is to be stored, read and checked. */
  interface Writing {

    Persisted to(CoursePersister persister, CourseId course);
  }

  /**
   * Reads what is given.
   *
   * @throws IllegalArgumentException if a value cannot be; it names the argument
   */
  abstract Writing read(TextInput input);

  /** Whether there has to be a course already. */
  boolean needsCourse() {
    return false;
  }

  /** What is read where no file is named. */
  static Optional<String> orStandardInput(Optional<String> file) {
    return file.or(() -> Optional.of(TextInput.STANDARD_INPUT));
  }

  /**
   * In the workspace around the course; where there is none, one is made around it, unless what is
   * given is wrong.
   */
  @Override
  final Session open(CreatorOsCommand global) {
    writing = checked(() -> read(new TextInput(global.environment())));
    CoursePlace place = place(global);
    Session found = open(global, List.of(place.nearest()), global.workspace(), false);
    if (found.hasWorkspace() || needsCourse() && !place.isThere()) {
      return found;
    }
    found.close();
    Optional<Path> root =
        global.workspace().or(() -> Optional.ofNullable(place.folder().getParent()));
    root.ifPresent(place::requireBelow);
    return open(global, List.of(), root, true);
  }

  private CoursePlace place(CreatorOsCommand global) {
    return new CoursePlace(global.environment().current(), name);
  }

  @Override
  final Outcome run(Session session, CreatorOsCommand global) {
    CourseId course = place(global).in(session);
    CoursePersister persister = session.persister();
    Persisted persisted = checked(() -> writing.to(persister, course));
    AppConfig config = session.configuration().config();
    persister.flush(config.dualWrite().budget());
    MirrorOutcome outcome = persisted.settled().getNow(persisted.mirror());
    boolean mirrored = config.mirror() != MirrorKind.NONE;
    return new PersistedView(persisted, outcome, mirrored, requireMirror).outcome();
  }

  private <T> T checked(Supplier<T> action) {
    try {
      return action.get();
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
