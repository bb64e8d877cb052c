package io.creatoros.app.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.CreatorOs;
import io.creatoros.app.cli.Databases;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.dualwrite.MirrorOutcome;
import io.creatoros.core.persist.LessonDraft;
import io.creatoros.postgres.testkit.Await;
import io.creatoros.postgres.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch of lessons is one transaction: whoever reads the database sees all of it or nothing. */
class BatchVisibilityTest {

  private static final CourseId COURSE = new CourseId("coffee");
  private static final int LESSONS = 20;
  private static final int BATCHES = 30;

  /** By version: lessons as typed rows, and as the bytes of files. */
  private static final String SEEN =
      """
      select 'row', substring(l.content_markdown from 'version ([0-9]+)'), count(*)
      from public.course_lessons l group by 2
      union all
      select 'file', substring(convert_from(c.bytes, 'UTF8') from 'version ([0-9]+)'), count(*)
      from creatoros.files f
      join creatoros.contents c on c.course_id = f.course_id and c.sha256 = f.sha256
      where f.kind = 'lesson' group by 2
      """;

  @TempDir private Path workspace;

  @Test
  void readerShouldNeverSeePartOfABatch() throws Exception {
    AtomicBoolean written = new AtomicBoolean();
    CountDownLatch reading = new CountDownLatch(1);
    try (TestDatabase database = Databases.migrated();
        CreatorOs creatorOs =
            CreatorOs.builder()
                .workspace(workspace)
                .environment(Map.of())
                .set("database.url", Urls.of(database))
                .set("write-budget", "60s")
                .persisting(true)
                .build()) {
      CompletableFuture<Set<String>> reader =
          CompletableFuture.supplyAsync(() -> readUntil(written, reading, database));
      for (int version = 1; version <= BATCHES && !reader.isDone(); version++) {
        assertThat(creatorOs.persister().persistLessons(COURSE, batch(version)).mirror())
            .isEqualTo(new MirrorOutcome.Applied(version));
        Await.until("the reader has begun", () -> reading.getCount() == 0 || reader.isDone());
      }
      written.set(true);

      assertThat(reader.get())
          .hasSizeGreaterThan(2)
          .allMatch(seen -> seen.endsWith(" of %d lessons".formatted(LESSONS)));
    }
  }

  private static List<LessonDraft> batch(int version) {
    return IntStream.rangeClosed(1, LESSONS)
        .mapToObj(
            lesson ->
                LessonDraft.of(
                    "1." + lesson, "# Beans %d\n\nversion %d\n".formatted(lesson, version)))
        .toList();
  }

  /** What was seen at any time, each as kind, version and how many lessons had it. */
  private static Set<String> readUntil(
      AtomicBoolean written, CountDownLatch reading, TestDatabase database) {
    Set<String> seen = new TreeSet<>();
    try (Connection connection = database.connect();
        PreparedStatement select = connection.prepareStatement(SEEN)) {
      boolean last;
      do {
        last = written.get();
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            reading.countDown();
            seen.add(
                "%s version %s of %d lessons"
                    .formatted(rows.getString(1), rows.getString(2), rows.getInt(3)));
          }
        }
      } while (!last);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return seen;
  }
}
