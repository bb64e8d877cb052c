package io.creatoros.core.persist;

import static io.creatoros.core.persist.PersistedFolder.COURSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.dualwrite.CourseWriter;
import io.creatoros.core.dualwrite.FileWrite;
import io.creatoros.core.dualwrite.Persisted;
import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.testkit.InMemoryCourseFolders;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is remembered of a folder saves looking at it, and never hides what people did to it. */
class PersistMemoryTest {

  private final PersistedFolder folder = new PersistedFolder();
  private final CoursePersister persister = folder.persister();

  @Test
  void folderShouldBeLookedAtOnceForManyCalls() {
    for (int i = 1; i <= 20; i++) {
      persister.persistLesson(COURSE, lesson("1." + i, "text"));
      persister.persistLesson(COURSE, lesson("1." + i, "better"));
      persister.updateVoiceFidelity(COURSE, "1." + i, new BigDecimal("0.9"));
    }

    assertThat(folder.folders().scans()).hasSize(1);
    assertThat(folder.files()).hasSize(40);
  }

  @Test
  void eachCourseShouldBeRememberedByItself() {
    CourseId other = new CourseId("cakes");
    persister.persistLesson(COURSE, lesson("1.1", "bread"));
    persister.persistLesson(other, lesson("1.1", "cake"));

    persister.persistLesson(COURSE, lesson("1.1", "more bread"));

    assertThat(folder.text("lessons/1.1-steps.md")).isEqualTo("more bread");
    assertThat(folder.folders().read(other, "lessons/1.1-steps.md")).isPresent();
    assertThat(folder.folders().scans()).containsExactly(COURSE, other);
  }

  @Test
  void lessonAddedByHandShouldBeSeen() {
    persister.persistLesson(COURSE, lesson("1.1", "text"));

    folder.write("aulas/modulo-1/aula-1.2-by-hand.md", "by hand");
    persister.persistLesson(COURSE, lesson("1.2", "new"));

    assertThat(folder.text("aulas/modulo-1/aula-1.2-by-hand.md")).isEqualTo("new");
    assertThat(folder.files()).hasSize(2);
  }

  @Test
  void lessonRenamedByHandShouldBeSeen() {
    persister.persistLesson(COURSE, lesson("1.1", "text"));

    folder.folders().delete(COURSE, "lessons/1.1-steps.md");
    folder.write("lessons/1.1-renamed.md", "text");
    persister.persistLesson(COURSE, lesson("1.1", "new"));

    assertThat(folder.files()).containsOnlyKeys("lessons/1.1-renamed.md").containsValue("new");
  }

  @Test
  void lessonDeletedByHandShouldBeMadeAgain() {
    persister.persistLesson(COURSE, lesson("1.1", "text"));

    folder.folders().delete(COURSE, "lessons/1.1-steps.md");
    persister.persistLesson(COURSE, lesson("1.1", "text"));

    assertThat(folder.files()).containsOnlyKeys("lessons/1.1-steps.md");
  }

  @Test
  void lessonEditedByHandShouldBeKeptWhenItIsReplaced() {
    persister.persistLesson(COURSE, lesson("1.1", "text"));

    folder.write("lessons/1.1-steps.md", "by hand");
    Persisted persisted = persister.persistLesson(COURSE, lesson("1.1", "new"));

    assertThat(folder.text("lessons/1.1-steps.md")).isEqualTo("new");
    assertThat(folder.folders().kept().get(persisted.files().get(0).kept().orElseThrow()))
        .asString()
        .isEqualTo("by hand");
  }

  @Test
  void recordEditedByHandShouldKeepTheEdit() {
    persister.updateVoiceFidelity(COURSE, "1.1", new BigDecimal("0.8"));

    folder.write(".record/1.1.json", "{\"retries\": 5}");
    persister.updateVoiceFidelity(COURSE, "1.1", new BigDecimal("0.9"));

    assertThat(folder.text(".record/1.1.json")).contains("5").contains("0.9");
  }

  @Test
  void claimThatIsGoneShouldNotBeReported() {
    folder.write("lessons/bonus.md", "---\nlesson_id: 1.2\n---\n");
    persister.persistLesson(COURSE, lesson("1.1", "text"));

    folder.write("lessons/bonus.md", "# No lesson of a module any more\n");
    persister.persistLesson(COURSE, lesson("1.2", "text"));

    assertThat(folder.files()).containsKey("lessons/1.2-steps.md");
    assertThat(folder.text("lessons/bonus.md")).contains("No lesson");
  }

  @Test
  void manyRecordsShouldNotAllBeHeldInMemory() {
    for (int i = 1; i <= 300; i++) {
      persister.updateVoiceFidelity(COURSE, "1." + i, new BigDecimal("0.9"));
    }
    for (int i = 1; i <= 300; i++) {
      persister.persistLesson(
          COURSE, LessonDraft.builder("1." + i, "x").slug("s").retries(1).build());
    }

    assertThat(folder.text(".record/1.1.json")).contains("0.9").contains("retries");
    assertThat(folder.text(".record/1.300.json")).contains("0.9").contains("retries");
  }

  @Test
  void fileThatKeepsMovingShouldBeTriedAFewTimes() {
    Refusing refusing = new Refusing("FILE_CHANGED");
    List<Integer> pauses = new ArrayList<>();
    CoursePersister restless =
        new CoursePersister(folder.folders(), refusing, PersistedFolder.SIZE_LIMIT, pauses::add);

    assertThatThrownBy(() -> restless.persistLesson(COURSE, lesson("1.1", "text")))
        .isSameAs(refusing.last());

    assertThat(refusing.calls).isEqualTo(50);
    assertThat(pauses).hasSize(49).startsWith(1, 2, 3);
    assertThat(folder.folders().scans()).hasSize(50);
  }

  @Test
  void interruptionShouldEndTheTries() {
    Refusing refusing = new Refusing("FILE_CHANGED");
    CoursePersister interrupted =
        new CoursePersister(
            folder.folders(),
            refusing,
            PersistedFolder.SIZE_LIMIT,
            failed -> {
              throw new InterruptedException();
            });

    assertThatThrownBy(() -> interrupted.persistLesson(COURSE, lesson("1.1", "text")))
        .isSameAs(refusing.last());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(refusing.calls).isEqualTo(1);
  }

  @Test
  void refusalOfTheFolderShouldNotBeTriedAgain() {
    List<Integer> pauses = new ArrayList<>();
    CourseWriter full =
        new Refusing("DISK_FULL") {
          @Override
          public Persisted write(CourseId course, List<FileWrite> files) {
            throw new StorageRejectedException("DISK_FULL", "no room", "");
          }
        };
    CoursePersister persisterToFull =
        new CoursePersister(folder.folders(), full, PersistedFolder.SIZE_LIMIT, pauses::add);

    assertThatThrownBy(() -> persisterToFull.persistLesson(COURSE, lesson("1.1", "text")))
        .isInstanceOf(StorageRejectedException.class);

    assertThat(pauses).isEmpty();
  }

  @Test
  void publicConstructorShouldWaitByItself() {
    InMemoryCourseFolders folders = folder.folders();
    Refusing once = new Refusing("FILE_CHANGED");
    CoursePersister waiting = new CoursePersister(folders, once, PersistedFolder.SIZE_LIMIT);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> waiting.persistLesson(COURSE, lesson("1.1", "text")))
        .isInstanceOf(StorageConflictException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(once.calls).isEqualTo(1);
  }

  private static LessonDraft lesson(String label, String text) {
    return LessonDraft.builder(label, text).slug("steps").build();
  }

  /** Says of every file that it changed. */
  private static class Refusing implements CourseWriter {

    private final String code;
    private final List<StorageConflictException> thrown = new ArrayList<>();
    private int calls;

    Refusing(String code) {
      this.code = code;
    }

    StorageConflictException last() {
      return thrown.get(thrown.size() - 1);
    }

    @Override
    public Persisted write(CourseId course, List<FileWrite> files) {
      calls++;
      thrown.add(new StorageConflictException(code, "moved " + calls, ""));
      throw last();
    }

    @Override
    public boolean flush(Duration patience) {
      return true;
    }

    @Override
    public void close() {}
  }
}
