package io.creatoros.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.CourseBoundaries;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.dualwrite.DualWriteSettings;
import io.creatoros.core.dualwrite.DualWrites;
import io.creatoros.core.persist.CourseDraft;
import io.creatoros.core.persist.CoursePersister;
import io.creatoros.core.persist.LessonDraft;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.testkit.Race;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Courses persisted to real folders, which people and other programs change meanwhile. */
class PersistToFilesTest {

  private static final CourseId COURSE = new CourseId("bread");

  @TempDir private Path root;
  private CoursePersister persister;

  @BeforeEach
  void openWorkspace() {
    persister = persister();
  }

  @Test
  void valuesOfOneRecordShouldAllBeKeptWhenProgramsWriteThem() throws Exception {
    List<CoursePersister> programs = List.of(persister, persister());
    AtomicInteger racers = new AtomicInteger();

    Race.run(
        4,
        () -> {
          int racer = racers.getAndIncrement();
          for (int i = 0; i < 5; i++) {
            programs
                .get(racer % 2)
                .persistCourse(
                    COURSE, CourseDraft.builder().provenance("r" + racer + "." + i, "x").build());
          }
          return racer;
        });

    String record = read(".record/course.json");
    for (int racer = 0; racer < 4; racer++) {
      for (int i = 0; i < 5; i++) {
        assertThat(record).contains("\"r" + racer + "." + i + "\"");
      }
    }
  }

  @Test
  void lessonAddedByHandAtOnceShouldBeSeen() throws IOException {
    for (int i = 1; i <= 20; i++) {
      persister.persistLesson(COURSE, lesson("1." + i, "text"));
      write("lessons/2." + i + "-by-hand.md", "by hand");

      persister.persistLesson(COURSE, lesson("2." + i, "by program"));

      assertThat(read("lessons/2." + i + "-by-hand.md")).isEqualTo("by program");
    }
    assertThat(root.resolve("bread/lessons").toFile().list()).hasSize(40);
  }

  @Test
  void lessonShouldNotBeWrittenOverWhatIsIgnored() throws IOException {
    write(".creatorosignore", "lessons/1.2-*\n");
    write("lessons/1.2-steps.md", "private");

    assertThatThrownBy(() -> persister.persistLesson(COURSE, lesson("1.2", "new")))
        .isInstanceOf(StorageRejectedException.class)
        .hasMessageContaining("lessons/1.2-steps.md");

    assertThat(read("lessons/1.2-steps.md")).isEqualTo("private");
  }

  @Test
  void lessonShouldNotBeWrittenThroughALink() throws IOException {
    Path outside = Files.writeString(root.resolve("outside.md"), "outside");
    Files.createDirectories(root.resolve("bread/lessons"));
    Files.createSymbolicLink(root.resolve("bread/lessons/1.2-steps.md"), outside);

    assertThatThrownBy(() -> persister.persistLesson(COURSE, lesson("1.2", "new")))
        .isInstanceOf(StorageRejectedException.class);

    assertThat(outside).hasContent("outside");
  }

  private CoursePersister persister() {
    CourseFolders folders = Workspace.init(root).folders(CourseBoundaries.unknown());
    return new CoursePersister(
        folders, DualWrites.to(folders, DualWriteSettings.defaults("tests")).open(), 1 << 20);
  }

  private static LessonDraft lesson(String label, String text) {
    return LessonDraft.builder(label, text).slug("steps").build();
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve("bread").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String read(String name) throws IOException {
    return Files.readString(root.resolve("bread").resolve(name));
  }
}
