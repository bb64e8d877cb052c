package io.creatoros.app.embedding;

import io.creatoros.app.CreatorOs;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.dualwrite.MirrorOutcome;
import io.creatoros.core.dualwrite.Persisted;
import io.creatoros.core.persist.LessonDraft;
import io.creatoros.core.sync.SyncOptions;
import io.creatoros.core.verify.CourseVerification;
import io.creatoros.core.verify.VerifyVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A program that writes a course in a workspace of its own, and a second course beside it. */
final class Program implements AutoCloseable {

  static final CourseId COURSE = new CourseId("coffee");

  private final Path workspace;
  private final Way way;
  private CreatorOs creatorOs;

  /**
   * Opens a program whose courses have some files by hand. They lie in a project of that name.
   *
   * @param settings what it is told beyond the usual
   */
  Program(Path workspace, Way way, UnaryOperator<CreatorOs.Builder> settings) {
    this.workspace = workspace;
    this.way = way;
    write("coffee/notes.md", "# Notes\n");
    write("coffee/lessons/1.1-beans.md", "# Beans\n\nFresh ones.\n");
    write("tea/lessons/1.1-leaves.md", "# Leaves\n");
    this.creatorOs = settings.apply(usual()).build();
  }

  private CreatorOs.Builder usual() {
    return way.lead(CreatorOs.builder())
        .workspace(workspace)
        .environment(Map.of())
        .project(project())
        .set("write-budget", "30s")
        .persisting(true);
  }

  Path workspace() {
    return workspace;
  }

  String project() {
    return workspace.getFileName().toString();
  }

  /** Its way to the server. */
  Way way() {
    return way;
  }

  /** A file of its course. */
  Path file(ArtifactPath path) {
    return workspace.resolve(COURSE.path()).resolve(path.value());
  }

  Persisted call(WriteMethod method) {
    return method.call(creatorOs.persister(), COURSE);
  }

  /** Writes a lesson of another course. */
  MirrorOutcome callFor(String course, String text) {
    return creatorOs
        .persister()
        .persistLesson(new CourseId(course), LessonDraft.of("1.1", text))
        .mirror();
  }

  void sync() {
    creatorOs.sync();
  }

  /** Ends, and is started again as programs usually are. */
  void restart() {
    creatorOs.close();
    creatorOs = usual().build();
  }

  /** Sends everything once, and tells how the courses compare then. */
  Set<VerifyVerdict> verdictsAfterOneSync(SyncOptions options) {
    creatorOs.sync(List.of(CourseId.ROOT), options);
    return creatorOs.verify().courses().stream()
        .filter(course -> !course.course().isRoot())
        .map(CourseVerification::verdict)
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    creatorOs.close();
    way.close();
  }

  private void write(String path, String text) {
    Path file = workspace.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
