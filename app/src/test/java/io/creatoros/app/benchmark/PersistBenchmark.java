package io.creatoros.app.benchmark;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseBoundaries;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.persist.LessonDraft;
import io.creatoros.filesystem.Workspace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
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
    Map<String, String> there = new HashMap<>(server.variables(database));
    there.put("CREATOROS_SEARCH", searchable ? "on" : "off");
    Map<String, String> gone = new HashMap<>(there);
    gone.put("DATABASE_URL", "jdbc:postgresql://localhost:" + freePort() + "/gone");
    try (Author mirrored = open("mirrored", there, Map.of());
        Author behind = open("behind", there, Map.of("write-behind", "on", "project", "behind"));
        Author down = open("down", gone, Map.of());
        Author off = open("off", there, Map.of("db-persist", "off"));
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

  private Author open(String name, Map<String, String> environment, Map<String, String> settings)
      throws IOException {
    return Author.open(home.resolve(name(name)), "postgres", environment, settings);
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

    private final Author mirrored;
    private final Author behind;
    private final Author down;
    private final Author off;
    private final SameRows rows;
    private final CourseFolders folders;
    private final Map<ArtifactPath, Sha256> files = new HashMap<>();

    Contest(
        Author mirrored,
        Author behind,
        Author down,
        Author off,
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
      Figures.percentiles(what + ", mirrored", turn.mirrored, "JDBC of the same rows", turn.jdbc);
      Figures.percentiles(
          what + ", mirrored", turn.mirrored, "durable writes of the files", turn.files);
      Figures.percentiles(
          what + ", the mirror down", turn.down, "dual write switched off", turn.off);
      Figures.percentiles(
          what + ", the mirror down", turn.down, "durable writes of the files", turn.files);
      Figures.percentiles(
          what + ", write-behind", turn.behind, "dual write switched off", turn.off);
      Figures.percentiles(
          what + ", write-behind", turn.behind, "durable writes of the files", turn.files);
    }

    void replace(int lessons) throws Exception {
      turn(new Turn(), lessons);
    }

    private void turn(Turn turn, int count) throws Exception {
      int first = count == 1 ? random.nextInt(LESSONS) : 0;
      List<LessonDraft> lessons = GeneratedTree.lessons(random, first, count);
      turn.files.measure(() -> write(lessons));
      turn.off.measure(() -> off.persist(COURSE, lessons, "DISABLED"));
      turn.down.measure(() -> down.persist(COURSE, lessons, "OWED"));
      turn.behind.measure(() -> behind.persist(COURSE, lessons, "PENDING"));
      behind.flush();
      List<String> paths = new ArrayList<>();
      turn.mirrored.measure(() -> paths.addAll(mirrored.persist(COURSE, lessons, "APPLIED")));
      rows.take(paths);
      turn.jdbc.measure(rows::write);
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
}
