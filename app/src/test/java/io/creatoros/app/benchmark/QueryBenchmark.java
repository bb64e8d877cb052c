package io.creatoros.app.benchmark;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.core.query.LessonSearch;
import io.creatoros.postgres.PostgresMirror;
import io.creatoros.postgres.testkit.ManyCourses;
import java.math.BigDecimal;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Measures questions to the typed rows of many courses against one empty round trip to the server.
 */
final class QueryBenchmark {

  private static final int LESSONS_PER_COURSE = 25;
  private static final int WARM_UP = 20;
  private static final int REPEATS = 60;

  private final BenchmarkServer server;
  private final int courses;

  QueryBenchmark(BenchmarkServer server, int lessons) {
    this.server = server;
    this.courses = Math.max(1, lessons / LESSONS_PER_COURSE);
  }

  void run() throws Exception {
    String database = server.createMirror();
    try (Connection connection = server.connect(database)) {
      ManyCourses.fill(connection, courses, LESSONS_PER_COURSE);
    }
    server.settle();
    Figures.print(
        "questions to %,d lessons in %,d courses, each asked of another course in turn",
        courses * LESSONS_PER_COURSE, courses);
    Timing roundTrip = roundTrip(database);
    try (PostgresMirror mirror = server.mirror(database)) {
      CourseQueries queries = mirror.queries();
      ask("course by slug", roundTrip, i -> queries.withSlug(ManyCourses.slug(i)));
      ask("lessons of a course", roundTrip, i -> queries.lessons(course(i)));
      ask("courses by keyword", roundTrip, i -> queries.withKeyword(ManyCourses.keyword(i)));
      ask("courses by persona", roundTrip, i -> queries.withPersona(ManyCourses.persona(i)));
      ask("20 top lessons", roundTrip, i -> queries.topLessons(20));
      ask("full-text search", roundTrip, i -> queries.search(search(i)));
      ask("stats", roundTrip, i -> List.of(queries.stats()));
    }
  }

  private void ask(String what, Timing roundTrip, IntFunction<List<?>> question) throws Exception {
    Timing timing = new Timing();
    for (int i = 0; i < WARM_UP + REPEATS; i++) {
      int number = (i * 37) % courses;
      Timing counted = i < WARM_UP ? new Timing() : timing;
      counted.measure(
          () -> {
            if (question.apply(number).isEmpty()) {
              throw new IllegalStateException(what + " found nothing");
            }
          });
    }
    Figures.row(what, timing, "an empty round trip", roundTrip);
  }

  private Timing roundTrip(String database) throws Exception {
    Timing timing = new Timing();
    try (Connection connection = server.connect(database);
        var statement = connection.prepareStatement("select 1")) {
      for (int i = 0; i < WARM_UP + REPEATS; i++) {
        Timing counted = i < WARM_UP ? new Timing() : timing;
        counted.measure(() -> statement.executeQuery().close());
      }
    }
    return timing;
  }

  private static CourseId course(int number) {
    return new CourseId(ManyCourses.path(number));
  }

  private static LessonSearch search(int number) {
    return new LessonSearch(
        ManyCourses.words(number), Optional.empty(), Optional.of(new BigDecimal("0.33")), 20);
  }
}
