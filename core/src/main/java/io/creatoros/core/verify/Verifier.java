package io.creatoros.core.verify;

import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.MirrorIdentity;
import io.creatoros.core.projection.FactsReader;
import io.creatoros.core.projection.Readers;
import io.creatoros.core.storage.StorageException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves folders and mirror equal: recomputes the hash of every byte that the mirror stores, at one
 * revision of each course, and compares it with a fresh hash of every file. What is not equal is
 * looked at again, up to {@value CourseCheck#ROUNDS} times, so that an edit made meanwhile is not
 * taken for a difference. The typed rows must equal what the files project to. Nothing is written
 * but the verification log; memory holds manifests, and of each course looked at its rows and a few
 * mebibytes of bytes.
 */
public final class Verifier {

  private static final Logger LOG = LoggerFactory.getLogger(Verifier.class);

  private final CourseFolders folders;
  private final CourseMirror mirror;
  private final VerificationLog log;
  private final VerifySettings settings;
  private final FactsReader reader;

  /** A verifier of one workspace and one mirror. */
  public Verifier(
      CourseFolders folders, CourseMirror mirror, VerificationLog log, VerifySettings settings) {
    this(folders, mirror, log, settings, Readers::read);
  }

  Verifier(
      CourseFolders folders,
      CourseMirror mirror,
      VerificationLog log,
      VerifySettings settings,
      FactsReader reader) {
    this.folders = folders;
    this.mirror = mirror;
    this.log = log;
    this.settings = settings;
    this.reader = reader;
  }

  /**
   * Verifies courses. A failure over one course is reported with it, and the others go on; a mirror
   * that cannot be reached any more ends the run, and what was not looked at yet has that failure.
   *
   * @param courses what to look at; a course that only one side holds is different
   */
  public Verification verify(
      Collection<CourseId> courses, VerifyOptions options, VerifyListener listener) {
    MirrorIdentity identity = mirror.identity();
    CourseVerifier verifier = new CourseVerifier(folders, mirror, settings, options, reader);
    List<CourseVerification> verified =
        new CourseRuns(settings.parallel(), listener)
            .run(courses, (course, sides) -> record(identity, verifier.verify(course, sides)));
    return new Verification(settings.clock().instant(), identity, verified);
  }

  private CourseVerification record(MirrorIdentity identity, CourseVerification verified) {
    Instant now = settings.clock().instant();
    try {
      log.record(
          verified.course(),
          new VerifiedAt(now, verified.verdict().name(), identity, verified.revision()));
    } catch (StorageException e) {
      LOG.warn(
          "{}: the verification of {} is not logged: {}",
          e.code(),
          verified.course(),
          e.getMessage());
    }
    return verified;
  }
}
