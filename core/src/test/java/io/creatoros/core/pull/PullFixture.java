package io.creatoros.core.pull;

import static io.creatoros.testkit.Samples.text;

import io.creatoros.core.compare.Comparison;
import io.creatoros.core.compare.PathComparison;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Evidence;
import io.creatoros.testkit.InMemoryBases;
import io.creatoros.testkit.InMemoryCourseFolders;
import io.creatoros.testkit.InMemoryCourseMirror;
import io.creatoros.testkit.InMemoryLanes;
import io.creatoros.testkit.MirrorWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A workspace that pulls from a mirror, in memory. */
final class PullFixture {

  static final CourseId COURSE = new CourseId("nova-formacao/trilha-3");
  static final CourseId OTHER = new CourseId("obsidian");
  static final long LIMIT = 1 << 24;

  final InMemoryCourseFolders folders = new InMemoryCourseFolders();
  final InMemoryCourseMirror mirror = new InMemoryCourseMirror();
  final InMemoryBases bases = new InMemoryBases();
  final InMemoryLanes lanes = new InMemoryLanes();
  final MirrorWriter writer = new MirrorWriter(mirror);

  /** The mirror holds a file. */
  void remote(String name, String content) {
    writer.write(COURSE, name, text(content));
  }

  /** The folder holds a file. */
  void local(String name, String content) {
    folders.write(COURSE, name, text(content));
  }

  PullReport pull(Collection<CourseId> courses, PullOptions options) {
    return pull(folders, mirror, courses, options);
  }

  PullReport pull(
      CourseFolders to, CourseMirror from, Collection<CourseId> courses, PullOptions options) {
    return new Puller(to, from, bases, lanes, new PullSettings(LIMIT, Duration.ZERO))
        .pull(courses, options, PullListener.SILENT);
  }

  CoursePull pull() {
    return pull(PullOptions.PLAIN);
  }

  CoursePull pull(PullOptions options) {
    return pull(List.of(COURSE), options).courses().get(0);
  }

  CoursePull pull(CourseFolders to, CourseMirror from) {
    return pull(to, from, List.of(COURSE), PullOptions.PLAIN).courses().get(0);
  }

  /** What the next comparison says, as {@code path symbol}, without what is equal. */
  String next() {
    return Comparison.compare(
            folders.scan(COURSE, Evidence.RECORDED),
            bases.load(COURSE),
            mirror.read(COURSE, Evidence.RECORDED),
            LIMIT)
        .paths()
        .values()
        .stream()
        .map(PullFixture::symbol)
        .filter(path -> !path.endsWith("="))
        .collect(Collectors.joining(", "));
  }

  private static String symbol(PathComparison path) {
    return path.path() + " " + path.verdict().symbol();
  }

  String at(CourseId course, String name) {
    return folders.read(course, name).map(String::new).orElse("(absent)");
  }

  String here(String name) {
    return at(COURSE, name);
  }

  static List<String> outcomes(CoursePull pulled) {
    return pulled.paths().values().stream()
        .map(path -> path.path() + " " + path.outcome())
        .toList();
  }

  static ArtifactPath path(String value) {
    return new ArtifactPath(value);
  }
}
