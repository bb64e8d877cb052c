package io.creatoros.core.persist;

import static io.creatoros.core.persist.PersistedFolder.COURSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.testkit.Race;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Several threads and processes at one course: nobody's values are lost. */
class PersistConcurrencyTest {

  private static final int THREADS = 6;
  private static final int EACH = 20;

  private final PersistedFolder folder = new PersistedFolder();
  private final CoursePersister[] persisters = {folder.other(), folder.other()};
  private final AtomicInteger racers = new AtomicInteger();

  @RepeatedTest(5)
  void valuesOfOneRecordShouldAllBeKeptWhenManyWriteThem() throws Exception {
    Race.run(
        THREADS,
        () -> {
          int racer = racers.getAndIncrement();
          CoursePersister persister = persisters[racer % 2];
          for (int i = 0; i < EACH; i++) {
            CourseDraft draft =
                CourseDraft.builder().provenance("r" + racer + "." + i, "x").build();
            persister.persistCourse(COURSE, draft);
          }
          return ThreadLocalRandom.current();
        });

    for (int racer = 0; racer < THREADS; racer++) {
      for (int i = 0; i < EACH; i++) {
        assertThat(folder.text(".record/course.json")).contains("\"r" + racer + "." + i + "\"");
      }
    }
  }

  @Test
  void recordShouldBeReadAgainWhenItWasWrittenWhileItWasRead() {
    folder.write(".record/course.json", "{\"personaName\": \"Ana\"}");
    folder.folders().makeUnreadable(COURSE, ".record/course.json", "changed while being read");
    CoursePersister persister = folder.pausing(failed -> folder.folders().makeReadable(COURSE));

    persister.persistCourse(COURSE, CourseDraft.builder().provenance("model", "x").build());

    assertThat(folder.text(".record/course.json")).contains("Ana", "\"model\"");
  }

  @RepeatedTest(5)
  void lessonShouldBeMadeOnceWhenManyWriteIt() throws Exception {
    Race.run(
        THREADS,
        () -> {
          int racer = racers.getAndIncrement();
          LessonDraft draft = LessonDraft.builder("1.2", "by " + racer).slug("s").build();
          return persisters[racer % 2].persistLesson(COURSE, draft);
        });

    assertThat(folder.files()).containsOnlyKeys("lessons/1.2-s.md");
    assertThat(folder.text("lessons/1.2-s.md")).startsWith("by ");
  }
}
