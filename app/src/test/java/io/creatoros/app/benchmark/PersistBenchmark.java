package io.creatoros.app.benchmark;

import io.creatoros.app.CreatorOs;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseBoundaries;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.dualwrite.Persisted;
import io.creatoros.core.persist.LessonDraft;
import io.creatoros.filesystem.Workspace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Measures calls of a program that writes lessons, against plain JDBC of the rows that they leave
 * and against the durable writes of their files alone. All take turns on the same lessons: each
 * call replaces lessons of a course of fifty by new texts.
 */
final class PersistBenchmark {

  private static final CourseId COURSE = new CourseId("course");
  private static final int LESSONS = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final BenchmarkServer server;
  private final Path home;
  private final Random random = new Random(LESSONS);

  PersistBenchmark(BenchmarkServer server, Path home) {
    this.server = server;
    this.home = home.resolve("persist");
  }

  void run() throws Exception {
    run(false);
    run(true);
  }

  private void run(boolean searchable) throws Exception {
    Figures.print(
        "%npersisting lessons of a course of %d, %s the full-text index; p50, p95 in parentheses",
        LESSONS, searchable ? "entered into" : "left out of");
    String database = server.createMirror();
    server.settle();
    Map<String, String> there = new HashMap<>();
    server.describe(database, there);
    there.put("CREATOROS_SEARCH", searchable ? "on" : "off");
    Map<String, String> gone = new HashMap<>(there);
    gone.put("DATABASE_URL", "jdbc:postgresql://localhost:" + freePort() + "/gone");
    try (CreatorOs mirrored = open("mirrored", there, Map.of());
        CreatorOs behind =
            open("behind", there, Map.of("write-behind", "on", "project", "behind"));
        CreatorOs down = open("down", gone, Map.of());
        CreatorOs off = open("off", there, Map.of("db-persist", "off"));
        Connection connection = server.connect(database)) {
      SameRows rows = new SameRows(connection, searchable);
      CourseFolders folders =
          Workspace.init(Files.createDirectories(home.resolve(name("files"))))
              .folders(CourseBoundaries.unknown());
      Contest contest = new Contest(mirrored, behind, down, off, rows, folders);
      contest.replace(LESSONS);
      contest.measure("persistLessons, 20 lessons", 20, 20, 60);
      contest.measure("persistLesson", 1, 60, 200);
    }
    server.dropDatabase(database);
  }

  private CreatorOs open(String name, Map<String, String> environment, Map<String, String> settings)
      throws IOException {
    CreatorOs.Builder builder =
        CreatorOs.builder()
            .workspace(Files.createDirectories(home.resolve(name(name))))
            .environment(environment)
            .mirror("postgres")
            .persisting(true);
    settings.forEach(builder::set);
    return builder.build();
  }

  private String name(String of) throws IOException {
    Files.createDirectories(home);
    try (var there = Files.list(home)) {
      return of + there.count();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** All that take turns. */
  private final class Contest {

    private final CreatorOs mirrored;
    private final CreatorOs behind;
    private final CreatorOs down;
    private final CreatorOs off;
    private final SameRows rows;
    private final CourseFolders folders;
    private final Map<ArtifactPath, Sha256> files = new HashMap<>();

    Contest(
        CreatorOs mirrored,
        CreatorOs behind,
        CreatorOs down,
        CreatorOs off,
        SameRows rows,
        CourseFolders folders) {
      this.mirrored = mirrored;
      this.behind = behind;
      this.down = down;
      this.off = off;
      this.rows = rows;
      this.folders = folders;
    }

    void measure(String what, int lessons, int warmUp, int rounds) throws Exception {
      for (int i = 0; i < warmUp; i++) {
        replace(lessons);
      }
      Turn turn = new Turn();
      for (int i = 0; i < rounds; i++) {
        turn(turn, lessons);
      }
      print(what + ", mirrored", turn.mirrored, "JDBC of the same rows", turn.jdbc);
      print(what + ", mirrored", turn.mirrored, "durable writes of the files", turn.files);
      print(what + ", the mirror down", turn.down, "dual write switched off", turn.off);
      print(what + ", the mirror down", turn.down, "durable writes of the files", turn.files);
      print(what + ", write-behind", turn.behind, "dual write switched off", turn.off);
      print(what + ", write-behind", turn.behind, "durable writes of the files", turn.files);
    }

    void replace(int lessons) throws Exception {
      turn(new Turn(), lessons);
    }

    private void turn(Turn turn, int count) throws Exception {
      List<LessonDraft> lessons = lessons(count);
      turn.files.measure(() -> write(lessons));
      turn.off.measure(() -> persist(off, lessons, "DISABLED"));
      turn.down.measure(() -> persist(down, lessons, "OWED"));
      turn.behind.measure(() -> persist(behind, lessons, "PENDING"));
      check(behind.persister().flush(PATIENCE), "write-behind was not flushed");
      List<String> paths = new ArrayList<>();
      turn.mirrored.measure(
          () ->
              persist(mirrored, lessons, "APPLIED")
                  .files()
                  .forEach(file -> paths.add(file.path().value())));
      rows.take(paths);
      turn.jdbc.measure(rows::write);
    }

    private Persisted persist(CreatorOs os, List<LessonDraft> lessons, String outcome) {
      Persisted persisted =
          lessons.size() == 1
              ? os.persister().persistLesson(COURSE, lessons.get(0))
              : os.persister().persistLessons(COURSE, lessons);
      check(
          persisted.mirror().name().equals(outcome),
          "expected " + outcome + ", got " + persisted.mirror());
      return persisted;
    }

    private void write(List<LessonDraft> lessons) {
      try (CourseFolders.FolderBatch batch = folders.write(COURSE)) {
        for (LessonDraft lesson : lessons) {
          ArtifactPath path =
              new ArtifactPath("lessons/" + lesson.label().id() + "-lesson-of-the-course.md");
          byte[] bytes = lesson.markdown().getBytes(StandardCharsets.UTF_8);
          Sha256 hash = Sha256.of(bytes);
          batch.replace(
              path,
              path.value(),
              Optional.ofNullable(files.put(path, hash)),
              () -> new ByteArrayInputStream(bytes),
              hash,
              false);
        }
      }
    }

    private List<LessonDraft> lessons(int count) {
      int first = count == 1 ? random.nextInt(LESSONS) : 0;
      List<LessonDraft> lessons = new ArrayList<>();
      for (int i = first; i < first + count; i++) {
        int module = 1 + i / 10;
        int lesson = 1 + i % 10;
        String text = GeneratedTree.lesson(random, module, lesson, random.nextInt());
        lessons.add(
            LessonDraft.builder(module + "." + lesson, text).slug("lesson-of-the-course").build());
      }
      return lessons;
    }
  }

  /** The times of all that take turns. */
  private static final class Turn {
    private final Timing files = new Timing();
    private final Timing off = new Timing();
    private final Timing down = new Timing();
    private final Timing behind = new Timing();
    private final Timing mirrored = new Timing();
    private final Timing jdbc = new Timing();
  }

  private static void print(String what, Timing measured, String baseline, Timing against) {
    Figures.print(
        "%s: %.2f× %s%n    %.2f ms (%.2f) against %.2f ms (%.2f)",
        what,
        measured.median() / against.median(),
        baseline,
        measured.median(),
        measured.p95(),
        against.median(),
        against.p95());
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
