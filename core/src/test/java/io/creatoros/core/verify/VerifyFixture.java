package io.creatoros.core.verify;

import static io.creatoros.testkit.Samples.text;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Projection;
import io.creatoros.core.projection.CourseRows;
import io.creatoros.core.projection.FolderProjection;
import io.creatoros.core.projection.Projector;
import io.creatoros.testkit.InMemoryCourseFolders;
import io.creatoros.testkit.InMemoryCourseMirror;
import io.creatoros.testkit.MirrorWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A workspace and a mirror in memory, both with the same course. */
final class VerifyFixture {

  static final CourseId COURSE = new CourseId("nova-formacao/trilha-3");
  static final CourseId OTHER = new CourseId("obsidian");
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  static final long LIMIT = 100;
  static final VerifySettings SETTINGS =
      new VerifySettings(LIMIT, 2, Clock.fixed(NOW, ZoneOffset.UTC));

  final InMemoryCourseFolders folders = new InMemoryCourseFolders();
  final InMemoryCourseMirror mirror = new InMemoryCourseMirror();
  final MirrorWriter writer = new MirrorWriter(mirror);
  final Map<CourseId, VerifiedAt> logged = new ConcurrentHashMap<>();
  final VerificationLog log =
      new VerificationLog() {
        @Override
        public void record(CourseId course, VerifiedAt verified) {
          logged.put(course, verified);
        }

        @Override
        public Optional<VerifiedAt> last(CourseId course) {
          return Optional.ofNullable(logged.get(course));
        }
      };

  /** Writes a file to both sides, and the typed rows that the folder projects to. */
  void both(CourseId course, String name, String content) {
    folders.write(course, name, text(content));
    writer.write(course, name, text(content));
    project(course);
  }

  /** Writes the typed rows that a course's folder projects to. */
  void project(CourseId course) {
    project(course, Projector.VERSION);
  }

  /** Writes the typed rows that a course's folder projects to, as another version does. */
  void project(CourseId course, int version) {
    CourseRows rows = new FolderProjection(folders, LIMIT).of(course);
    long revision = mirror.heads(List.of(course)).get(course).revision();
    Projection projection =
        new Projection(
            version,
            Collections.emptySortedMap(),
            rows.rows(),
            rows.texts(),
            rows.personas(),
            true,
            true);
    MirrorWriter.committed(
        mirror.commit(course, revision, MirrorWriter.ORIGIN, List.of(), Optional.of(projection)));
  }

  /** A course of three files on both sides. */
  void threeFiles() {
    both(COURSE, "a.md", "a");
    both(COURSE, "b.md", "bb");
    both(COURSE, "lessons/c.md", "ccc");
  }

  Verification verify(Collection<CourseId> courses, VerifyOptions options) {
    return verify(folders, mirror, courses, options);
  }

  Verification verify(
      CourseFolders from, CourseMirror to, Collection<CourseId> courses, VerifyOptions options) {
    return new Verifier(from, to, log, SETTINGS).verify(courses, options, VerifyListener.SILENT);
  }

  /** Verifies the one course. */
  CourseVerification verify() {
    return verify(folders, mirror);
  }

  /** Verifies the one course in these homes. */
  CourseVerification verify(CourseFolders from, CourseMirror to) {
    return verify(from, to, List.of(COURSE), VerifyOptions.PLAIN).courses().get(0);
  }

  /** What was found, as {@code path how place}. */
  static List<String> findings(CourseVerification verified) {
    return verified.findings().stream()
        .map(found -> found.path() + " " + found.how() + " " + found.place().name())
        .toList();
  }

  static ArtifactPath path(String value) {
    return new ArtifactPath(value);
  }
}
