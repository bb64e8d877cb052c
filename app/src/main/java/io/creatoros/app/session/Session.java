package io.creatoros.app.session;

import io.creatoros.app.config.Configuration;
import io.creatoros.core.compare.Bases;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.members.ProjectMembers;
import io.creatoros.core.persist.CoursePersister;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.core.sync.ArtifactRef;
import io.creatoros.core.sync.Homes;
import io.creatoros.core.verify.VerificationLog;
import io.creatoros.core.verify.VerifiedAt;
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

  /**
   * The folders in a folder that look like courses, whether or not they are taken for such; empty
   * if the folder is not there.
   */
  Optional<List<CourseId>> coursesIn(CourseId folder);

  /**
   * The course folders, told apart by what this workspace knows; the mirror is not asked. A course
   * that only the mirror knows may be taken for another.
   */
  CourseFolders foldersAlone();

  /** When courses were last verified. */
  VerificationLog verifications();

  /** When a course was last verified here; empty if it never was, or there is no workspace. */
  Optional<VerifiedAt> lastVerified(CourseId course);

  /** The mirror alone; needs no workspace. */
  CourseMirror mirror();

  /** Questions to the typed rows of the mirror; needs no workspace. */
  CourseQueries queries();

  /** The members of the project in the mirror; needs no workspace. */
  ProjectMembers members();

  /** Whether the command is run in a workspace. */
  boolean hasWorkspace();

  /**
   * What this workspace remembers of the mirror, without asking it; empty when it knows nothing.
   */
  Optional<Bases> remembered();

  /**
   * Stores courses as programs make them; closed with this. The mirror is opened by the first call
   * that needs it, and one that cannot be opened is part of the call's answer. The embedded server
   * is waited for as long as its own patience says, which is no part of the call's budget.
   */
  CoursePersister persister();

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
