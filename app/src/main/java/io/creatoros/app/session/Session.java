package io.creatoros.app.session;

import io.creatoros.app.config.Configuration;
import io.creatoros.core.compare.Bases;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.sync.ArtifactRef;
import io.creatoros.core.sync.Homes;
import io.creatoros.core.verify.VerificationLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The application, opened for one command. What a command does not ask for is not opened; closing
 * gives back what was. Methods throw {@link SessionException} or a {@link
 * io.creatoros.core.storage.StorageException}.
 */
public interface Session extends AutoCloseable {

  /** The workspace's root. */
  Path root();

  /** The effective configuration. */
  Configuration configuration();

  /** The label of this workspace that revisions carry. */
  String origin();

  /** The folders that the command named, as courses; the root when it named none. */
  List<CourseId> scopes();

  /** The artifact that a file is, whether it exists or not. */
  ArtifactRef artifact(Path file);

  /** The course that a folder is, or a name stands for, whether it exists or not. */
  CourseId course(String pathOrName);

  /** The course folders. */
  CourseFolders folders();

  /** When courses were last verified. */
  VerificationLog verifications();

  /** The mirror alone; needs no workspace. */
  CourseMirror mirror();

  /**
   * What this workspace remembers of the mirror, without asking it; empty when it knows nothing.
   */
  Optional<Bases> remembered();

  /**
   * The places to synchronise between; opens the mirror. The embedded server is started, and its
   * schema made, where need be; another server has to be migrated by its owner.
   */
  Homes homes();

  /**
   * Carries a course over to another name in the mirror and in the bases, keeping its history.
   * Repeating it finishes what was begun.
   */
  void moveCourse(CourseId from, CourseId to);

  /** The database behind the mirror; the embedded server is started. */
  Database database();

  /** The embedded server, without starting it. */
  EmbeddedControl embedded();

  /** Gives back connections, locks and the lease of the embedded server. */
  @Override
  void close();
}
