package io.creatoros.core.sync;

import static io.creatoros.core.sync.Site.COURSE;
import static io.creatoros.testkit.SampleRows.METADATA;
import static io.creatoros.testkit.SampleRows.lesson;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.projection.Projector;
import io.creatoros.core.projection.Readers;
import io.creatoros.core.reading.FileFacts;
import io.creatoros.core.reading.Understood;
import io.creatoros.testkit.DefectiveReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes never wait for a reader, whatever is wrong with it. */
class SyncReaderFaultTest {

  private static final String FIRST = "lessons/1.1-horta.md";
  private static final String SECOND = "lessons/1.2-solo.md";

  private final Site site = new Site();

  @BeforeEach
  void courseOfTwoLessons() {
    site.write(FIRST, "# A horta\n").write(SECOND, "# O solo\n");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {IllegalStateException.class, StackOverflowError.class, OutOfMemoryError.class})
  void defectShouldBecomeAFindingOfThatFileOnly(Class<? extends Throwable> defect) {
    site.reader =
        (path, bytes) -> {
          if (path.value().equals(FIRST)) {
            fail(defect);
          }
          return Readers.read(path, bytes);
        };

    CourseReport report = site.syncCourse();

    assertThat(report.isEqual()).isTrue();
    assertThat(site.stored()).isEqualTo(Map.of(FIRST, "# A horta\n", SECOND, "# O solo\n"));
    assertThat(site.rows().get(lesson(FIRST)).texts()).containsKey("content_markdown");
    assertThat(site.rows().get(lesson(SECOND))).isEqualTo(site.projected().get(lesson(SECOND)));
    assertThat(site.rows().get(METADATA).values().get("findings"))
        .contains("READER_FAILED", FIRST, defect.getSimpleName());
  }

  static Stream<Understood> unwritableFacts() {
    return Stream.of(new Endless(), new Unlinked());
  }

  @ParameterizedTest
  @MethodSource("unwritableFacts")
  void bytesShouldBeStoredWithoutRowsWhenFactsCannotBeKept(Understood unwritable) {
    site.reader = (path, bytes) -> facts(unwritable);

    CourseReport report = site.syncCourse();

    assertThat(site.stored()).hasSize(2);
    assertThat(report.open()).isEmpty();
    assertThat(report.failure()).isEmpty();
    assertThat(report.rowsOwed().orElseThrow()).contains("defect");
    assertThat(report.isEqual()).isFalse();
    assertThat(site.head().projection()).isZero();

    site.reader = Readers::read;
    assertThat(site.syncCourse().isEqual()).isTrue();
    assertThat(site.rows()).isEqualTo(site.projected());
  }

  @Test
  void bytesShouldBeStoredWithoutRowsWhenFactsCannotBePutTogether() {
    site.reader = new DefectiveReader();

    CourseReport report = site.write("course-outline.md", "# Outline\n").syncCourse();

    assertThat(site.stored()).hasSize(3);
    assertThat(report.rowsOwed().orElseThrow()).contains("PROJECTION_FAILED");
    assertThat(site.rows()).isEmpty();
  }

  @Test
  void deletesShouldNotWaitForRows() {
    site.write("lessons/1.3-agua.md", "# A água\n").sync();
    site.reader = (path, bytes) -> facts(new Endless());

    site.write(FIRST, "# Changed\n").delete(SECOND).sync();

    assertThat(site.stored()).containsOnlyKeys(FIRST, "lessons/1.3-agua.md");
  }

  @Test
  void editByHandShouldNotBeForgottenWhileRowsAreOwed() {
    site.sync();
    site.database.editTyped(COURSE, lesson(SECOND), "content_markdown", "edited by hand");
    site.reader = (path, bytes) -> facts(new Endless());
    assertThat(site.write(FIRST, "# Changed\n").syncCourse().rowsOwed()).isPresent();
    assertThat(site.syncCourse().rowsOwed()).isPresent();

    site.reader = Readers::read;
    CourseReport report = site.syncCourse();

    assertThat(report.isEqual()).isTrue();
    assertThat(site.rows()).isEqualTo(site.projected());
  }

  @Test
  void rowsShouldBeOwedWhenAFileChangesBetweenSendingAndReading() {
    site.sync();
    site.write(FIRST, "# Seen\n");
    site.mirror.beforeNext("facts", () -> site.write(FIRST, "# Edited meanwhile\n"));

    CourseReport report = site.syncCourse();

    assertThat(site.stored()).containsEntry(FIRST, "# Seen\n");
    assertThat(report.rowsOwed()).contains("a file changed while it was read");
    assertThat(site.head().projection()).isZero();
    assertThat(site.syncCourse().isEqual()).isTrue();
    assertThat(site.rows()).isEqualTo(site.projected());
    assertThat(site.head().projection()).isEqualTo(Projector.VERSION);
  }

  private static void fail(Class<? extends Throwable> defect) {
    if (defect == StackOverflowError.class) {
      throw new StackOverflowError();
    }
    if (defect == OutOfMemoryError.class) {
      throw new OutOfMemoryError();
    }
    throw new IllegalStateException("a defect");
  }

  private static FileFacts facts(Understood understood) {
    return new FileFacts(Optional.empty(), Optional.of(understood), List.of());
  }

  /** Something that no JSON can be made of. */
  private static final class Endless implements Understood {
    @SuppressWarnings("unused") // read when it is written as JSON
    public Endless getSelf() {
      return this;
    }
  }

  /** Something of which a part is missing in the program. */
  private static final class Unlinked implements Understood {
    @SuppressWarnings("unused") // read when it is written as JSON
    public String getText() {
      throw new NoClassDefFoundError("a library");
    }
  }
}
