package io.creatoros.app.benchmark;

import io.creatoros.app.CreatorOs;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.dualwrite.Persisted;
import io.creatoros.core.persist.LessonDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A program that writes lessons. */
final class Author implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CreatorOs os;

  private Author(CreatorOs os) {
    this.os = os;
  }

  static Author open(
      Path workspace, String mirror, Map<String, String> environment, Map<String, String> settings)
      throws IOException {
    CreatorOs.Builder builder =
        CreatorOs.builder()
            .workspace(Files.createDirectories(workspace))
            .environment(environment)
            .mirror(mirror)
            .persisting(true);
    settings.forEach(builder::set);
    return new Author(builder.build());
  }

  /** Writes lessons, which has to end as expected; the paths of their files. */
  List<String> persist(CourseId course, List<LessonDraft> lessons, String expected) {
    Persisted persisted =
        lessons.size() == 1
            ? os.persister().persistLesson(course, lessons.get(0))
            : os.persister().persistLessons(course, lessons);
    if (!persisted.mirror().name().equals(expected)) {
      throw new IllegalStateException("expected " + expected + ", got " + persisted.mirror());
    }
    return persisted.files().stream().map(file -> file.path().value()).toList();
  }

  /** Waits for what is written behind. */
  void flush() {
    if (!os.persister().flush(PATIENCE)) {
      throw new IllegalStateException("write-behind was not flushed");
    }
  }

  @Override
  public void close() {
    os.close();
  }
}
