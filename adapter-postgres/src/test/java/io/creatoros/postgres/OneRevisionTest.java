package io.creatoros.postgres;

import static io.creatoros.testkit.MirrorWriter.committed;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.Change;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.TypedRows;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.MirrorWriter;
import io.creatoros.testkit.TypedCourse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Readers see typed rows and files of one revision, whatever is being committed. Each commit
 * rewrites both lessons and titles the course by its revision; with every third one a lesson goes.
 * After a few of them the next waits until the readers have begun to look anew.
 */
final class OneRevisionTest {
  private static final int COMMITS = 150;
  private static final int COMMITS_PER_LOOK = 5;
  private static final CourseId COURSE = new CourseId("curso");
  private static final RowKey PIECE = new RowKey(RowTable.CONTENT_PIECES, "");

  /** Empty unless rows and files are of the course's revision. */
  private static final String MISFITS =
      """
      select format('at revision %s: titled %s, file %s, row %s',
        c.revision, p.title, f.path, l.content_markdown)
      from creatoros.courses c
      join public.content_pieces p on p.course_id = c.id
      join creatoros.files f on f.course_id = c.id
      full join public.course_lessons l on l.course_id = f.course_id and l.file_path = f.path
      where p.title is distinct from 'revision ' || c.revision
        or (f.sha256 is null) <> (l.id is null)
        or f.sha256 is distinct from l.content_sha256
        or l.content_markdown <> f.path || ' at ' || c.revision
      """;

  private final Semaphore looks = new Semaphore(0);
  private final TestDatabase database = MigratedDatabase.fresh();
  private final Hand reader = new Hand(database);
  private final PostgresMirror mirror = PostgresMirror.open(MigratedDatabase.config(database));

  @AfterEach
  void close() {
    mirror.close();
    database.close();
  }

  @Test
  void readersShouldSeeRowsAndFilesOfOneRevisionWhileCommitsGoOn() {
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(this::commitAll).whenComplete((end, failure) -> done.set(true));
    long lastSeen = 0;
    int revisionsSeen = 0;

    while (!done.get()) {
      looks.drainPermits();
      looks.release();
      assertThat(reader.query(String.class, MISFITS)).isEmpty();
      TypedRows rows = mirror.rows(COURSE);
      if (rows.revision() > lastSeen) {
        lastSeen = rows.revision();
        revisionsSeen++;
        assertThat(rows.version()).isOne();
        assertThat(rows.rows().get(PIECE).values())
            .containsEntry("title", "\"revision " + lastSeen + '"');
        assertThat(rows.rows()).hasSize(lastSeen % 3 == 0 ? 3 : 4);
      }
    }

    writer.join();
    assertThat(reader.query(String.class, MISFITS)).isEmpty();
    assertThat(mirror.rows(COURSE).revision()).isEqualTo(COMMITS);
    assertThat(revisionsSeen).isGreaterThan(10);
  }

  private void commitAll() {
    MirrorWriter writer = new MirrorWriter(mirror);
    Map<String, Sha256> there = new java.util.TreeMap<>();
    for (int revision = 1; revision <= COMMITS; revision++) {
      if (revision % COMMITS_PER_LOOK == 0) {
        looks.acquireUninterruptibly();
      }
      TypedCourse course = new TypedCourse(COURSE.path()).piece("title", "revision " + revision);
      List<Change> changes = new java.util.ArrayList<>();
      for (String path : List.of("a.md", "b.md")) {
        Optional<Sha256> before = Optional.ofNullable(there.remove(path));
        if (path.equals("b.md") && revision % 3 == 0) {
          before.ifPresent(hash -> changes.add(new Change.Delete(MirrorWriter.key(path), hash)));
          continue;
        }
        byte[] bytes = text(path + " at " + revision);
        writer.upload(COURSE, bytes);
        changes.add(put(path, bytes, before));
        there.put(path, Sha256.of(bytes));
        course.lesson(path, path + " at " + revision);
      }
      committed(
          mirror.commit(COURSE, revision - 1, "me", changes, Optional.of(course.projection())));
    }
  }
}
