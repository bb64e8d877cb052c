package io.creatoros.app.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.CreatorOs;
import io.creatoros.app.cli.Machine;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.dualwrite.MirrorOutcome;
import io.creatoros.core.dualwrite.Persisted;
import io.creatoros.core.dualwrite.Persisted.WrittenFile;
import io.creatoros.core.persist.LessonDraft;
import io.creatoros.core.sync.ArtifactRef;
import io.creatoros.core.sync.SyncOptions;
import io.creatoros.core.sync.SyncReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Somebody who writes courses that others write too, each in a workspace of their own. */
final class Writer implements AutoCloseable {

  private static final int TRIES = 200;
  private static final ArtifactPath SHARED = new ArtifactPath("lessons/9.9-shared.md");

  private final Path workspace;
  private final Way way;
  private final List<CourseId> courses;
  private final CreatorOs creatorOs;

  /**
   * Something that was said to be in the mirror.
   *
   * @param course the course
   * @param path the file
   * @param hash the SHA-256 of its bytes
   * @param line what was new in it
   * @param revision the course's revision that has them
   */
  record Acknowledged(CourseId course, String path, String hash, String line, long revision) {}

  /** Somebody whose courses are those of everybody, or new. */
  Writer(Path workspace, Way way, List<CourseId> courses) {
    this.workspace = workspace;
    this.way = way;
    this.courses = courses;
    this.creatorOs =
        way.lead(CreatorOs.builder())
            .workspace(workspace)
            .environment(Map.of())
            .set("write-budget", "60s")
            .set("sync.tries", "1000")
            .persisting(true)
            .build();
    courses.forEach(course -> persist(course, LessonDraft.of("9.9", "# Shared\n")));
  }

  /**
   * Writes each course so many times: a lesson that nobody else writes, and a line at the end of
   * one that all write.
   *
   * @param number tells it from others, and decides which course is its first
   */
  List<Acknowledged> write(int number, int rounds) {
    List<Acknowledged> told = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      for (int i = 0; i < courses.size(); i++) {
        CourseId course = courses.get((number + i) % courses.size());
        String line = "\nWriter %d, round %d.\n".formatted(number, round);
        Persisted own = persist(course, LessonDraft.of("1." + (number + 1), "# Own\n" + line));
        assertThat(own.mirror()).isInstanceOf(MirrorOutcome.Applied.class);
        told.add(acknowledged(course, own, line));
        told.add(append(course, line));
      }
    }
    return told;
  }

  /** Takes what others wrote. */
  void takeTheirs() {
    courses.forEach(this::takeTheirs);
    Machine.Ran pulled = machine().run("pull", "--all");
    assertThat(pulled.code()).as(pulled.out() + pulled.err()).isZero();
  }

  /** The lesson that all write. */
  String shared(CourseId course) {
    try {
      return Files.readString(workspace.resolve(course.path()).resolve(SHARED.value()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is said of folder and mirror when both are read anew. */
  String verify() {
    Machine.Ran ran = machine().run("verify");
    return ran.out() + ran.err();
  }

  @Override
  public void close() {
    creatorOs.close();
    way.close();
  }

  private Persisted persist(CourseId course, LessonDraft lesson) {
    return creatorOs.persister().persistLesson(course, lesson);
  }

  /** Begins with what the mirror has, and again whenever another was faster. */
  private Acknowledged append(CourseId course, String line) {
    for (int i = 0; i < TRIES; i++) {
      takeTheirs(course);
      Persisted answer = persist(course, LessonDraft.of("9.9", shared(course) + line));
      if (answer.mirror() instanceof MirrorOutcome.Applied) {
        return acknowledged(course, answer, line);
      }
      assertThat(answer.mirror()).isInstanceOf(MirrorOutcome.Conflict.class);
    }
    throw new AssertionError("others were faster " + TRIES + " times");
  }

  private void takeTheirs(CourseId course) {
    SyncReport report =
        creatorOs.sync(
            List.of(course),
            SyncOptions.PLAIN.deciding(Set.of(), Set.of(new ArtifactRef(course, SHARED))));
    assertThat(report.courses()).flatExtracting(one -> one.failure().stream().toList()).isEmpty();
  }

  private static Acknowledged acknowledged(CourseId course, Persisted answer, String line) {
    WrittenFile file = answer.files().get(0);
    return new Acknowledged(
        course,
        file.path().value(),
        file.hash().hex(),
        line,
        ((MirrorOutcome.Applied) answer.mirror()).revision());
  }

  private Machine machine() {
    return way.lead(new Machine(workspace));
  }
}
