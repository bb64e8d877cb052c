package io.creatoros.app.benchmark;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.persist.LessonDraft;
import io.creatoros.postgrest.testkit.Gateway;
import io.creatoros.postgrest.testkit.NodeModules;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Measures the mirror over HTTP, by a real PostgREST before the same server, against the mirror
 * over JDBC and against plain upserts of the same rows by Supabase's own client. All take turns;
 * none enters lessons into the full-text index, which a plain upsert cannot.
 */
final class HttpBenchmark {

  private static final CourseId COURSE = new CourseId("course");
  private static final int FILES = 2_000;
  private static final int ROUNDS = 3;
  private static final int LESSONS = 50;
  private static final int BATCH = 20;
  private static final int WARM_UP = 20;
  private static final int REPEATS = 60;
  private static final int COUNTED = 5;

  private final BenchmarkServer server;
  private final Path home;
  private final Random random = new Random(LESSONS);

  HttpBenchmark(BenchmarkServer server, Path home) {
    this.server = server;
    this.home = home;
  }

  void run() throws Exception {
    try {
      NodeModules.folder();
    } catch (IllegalStateException e) {
      Figures.print("over HTTP: skipped, %s", e.getMessage());
      return;
    }
    firstSync();
    batches();
  }

  private void firstSync() throws Exception {
    GeneratedTree tree = GeneratedTree.of(home.resolve("courses"), FILES);
    Figures.print("%nover HTTP, %s", tree);
    countFirstSync(tree);
    Timing overHttp = new Timing();
    Timing overJdbc = new Timing();
    Timing plain = new Timing();
    for (int round = 0; round < ROUNDS; round++) {
      String mirror = server.createMirror();
      overJdbc.add(sync(tree, FirstSync.Way.JDBC, server.variables(mirror)));
      server.dropDatabase(mirror);
      try (ServedDatabase synced = ServedDatabase.create(server, home);
          ServedDatabase empty = ServedDatabase.create(server, home);
          PlainUpserts upserts = PlainUpserts.to(empty);
          Connection connection = synced.connect()) {
        overHttp.add(sync(tree, FirstSync.Way.HTTP, synced.variables()));
        upserts.take(connection);
        server.settle();
        PlainUpserts.Sent sent = upserts.send();
        plain.add(sent.milliseconds());
        if (round == 0) {
          Figures.print("plain upserts of the same rows: %d requests", sent.requests());
        }
      }
    }
    Figures.row("first sync, typed rows too, over HTTP", overHttp, "the same over JDBC", overJdbc);
    Figures.row(
        "first sync, typed rows too, over HTTP", overHttp, "postgrest-js, the same rows", plain);
  }

  private double sync(GeneratedTree tree, FirstSync.Way way, Map<String, String> variables)
      throws Exception {
    tree.forget();
    server.settle();
    return FirstSync.of(tree, way, variables, TreeSync.Writes.ROWS).started();
  }

  private void countFirstSync(GeneratedTree tree) throws Exception {
    try (ServedDatabase database = ServedDatabase.create(server, home);
        Gateway gateway = database.gateway()) {
      sync(tree, FirstSync.Way.HTTP, database.variables(gateway));
      print("a first sync", gateway.seen(), 1);
    }
  }

  private void batches() throws Exception {
    Figures.print(
        "%npersisting %d lessons of a course of %d; p50, p95 in parentheses", BATCH, LESSONS);
    Path workspace = home.resolve("over-http");
    try (ServedDatabase database = ServedDatabase.create(server, home)) {
      measure(workspace, database);
      count(workspace, database);
    }
  }

  private void measure(Path workspace, ServedDatabase database) throws Exception {
    Timing overHttp = new Timing();
    Timing overJdbc = new Timing();
    Timing plain = new Timing();
    try (Author http = overHttp(workspace, database.variables());
        Author jdbc =
            Author.open(
                home.resolve("over-jdbc"),
                "postgres",
                unsearchable(server.variables(database.name())),
                Map.of());
        PlainUpserts upserts = PlainUpserts.to(database);
        Connection connection = database.connect()) {
      List<LessonDraft> course = GeneratedTree.lessons(random, 0, LESSONS);
      http.persist(COURSE, course, "APPLIED");
      jdbc.persist(COURSE, course, "APPLIED");
      for (int i = 0; i < WARM_UP + REPEATS; i++) {
        boolean counts = i >= WARM_UP;
        List<LessonDraft> lessons = GeneratedTree.lessons(random, 0, BATCH);
        List<String> paths = new ArrayList<>();
        (counts ? overHttp : new Timing()).measure(() -> http.persist(COURSE, lessons, "APPLIED"));
        (counts ? overJdbc : new Timing())
            .measure(() -> paths.addAll(jdbc.persist(COURSE, lessons, "APPLIED")));
        upserts.take(connection, paths);
        PlainUpserts.Sent sent = upserts.send();
        (counts ? plain : new Timing()).add(sent.milliseconds());
        if (i == 0) {
          Figures.print("plain upserts of the same rows: %d requests", sent.requests());
        }
      }
    }
    Figures.percentiles("over HTTP", overHttp, "the same over JDBC", overJdbc);
    Figures.percentiles("over HTTP", overHttp, "postgrest-js, the same rows", plain);
  }

  private void count(Path workspace, ServedDatabase database) throws Exception {
    try (Gateway gateway = database.gateway();
        Author author = overHttp(workspace, database.variables(gateway))) {
      author.persist(COURSE, GeneratedTree.lessons(random, 0, BATCH), "APPLIED");
      int before = gateway.seen().size();
      for (int i = 0; i < COUNTED; i++) {
        author.persist(COURSE, GeneratedTree.lessons(random, 0, BATCH), "APPLIED");
      }
      List<Gateway.Seen> seen = gateway.seen();
      print("a batch", seen.subList(before, seen.size()), COUNTED);
    }
  }

  private static Author overHttp(Path workspace, Map<String, String> variables) throws Exception {
    return Author.open(
        workspace, "postgrest", unsearchable(variables), Map.of("project", "over-http"));
  }

  private static Map<String, String> unsearchable(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(variables);
    all.put("CREATOROS_SEARCH", "off");
    return all;
  }

  private static void print(String what, List<Gateway.Seen> requests, int times) {
    Map<String, Long> byFunction =
        requests.stream()
            .collect(
                Collectors.groupingBy(
                    seen -> seen.path().substring(seen.path().lastIndexOf('/') + 1),
                    TreeMap::new,
                    Collectors.counting()));
    double bytes = requests.stream().mapToLong(Gateway.Seen::bytes).sum();
    Figures.print(
        "%s over HTTP: %.1f requests, %.2f MB sent: %s",
        what,
        (double) requests.size() / times,
        bytes / 1e6 / times,
        byFunction.entrySet().stream()
            .map(entry -> "%s %.1f".formatted(entry.getKey(), (double) entry.getValue() / times))
            .collect(Collectors.joining(", ")));
  }
}
