package io.creatoros.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.CourseRepository;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.dualwrite.CourseWriter;
import io.creatoros.core.dualwrite.FileWrite;
import io.creatoros.core.dualwrite.MirrorOutcome;
import io.creatoros.core.dualwrite.Persisted;
import io.creatoros.core.dualwrite.Persisted.WrittenFile;
import io.creatoros.core.storage.StorageConflictException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every writer of courses keeps, whatever mirror it has: files first and for good, the mirror
 * as a matter of the answer.
 */
public interface CourseWriterContract {

  /** The course that is written. */
  CourseId COURSE = new CourseId("curso-de-horta");

  /** The writer under test, the same all through a test; the course is new to it. */
  CourseWriter writer();

  /** The folders that it writes. */
  CourseFolders folders();

  /** The mirror that it sends to; empty when it has none, or is switched off. */
  Optional<CourseMirror> mirror();

  /** What is in the folder, by path. */
  private Map<ArtifactPath, Sha256> inFolder() {
    return hashes(folders());
  }

  private static Map<ArtifactPath, Sha256> hashes(CourseRepository home) {
    Map<ArtifactPath, Sha256> hashes = new TreeMap<>();
    for (ManifestEntry entry : home.manifest(COURSE, Evidence.RECOMPUTED).entries().values()) {
      hashes.put(entry.path(), entry.hash());
    }
    return hashes;
  }

  private byte[] bytes(String path) {
    try (InputStream in = folders().open(COURSE, new ArtifactPath(path)).orElseThrow()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new file. */
  static FileWrite file(String path, String text) {
    return new FileWrite(new ArtifactPath(path), path, Optional.empty(), Samples.text(text));
  }

  /** A file in the place of another one. */
  static FileWrite file(String path, String text, String before) {
    return new FileWrite(
        new ArtifactPath(path),
        path,
        Optional.of(Sha256.of(Samples.text(before))),
        Samples.text(text));
  }

  /** Lessons 1 to n, all different. */
  static List<FileWrite> lessons(int n) {
    return IntStream.rangeClosed(1, n)
        .mapToObj(i -> file("lessons/1." + i + "-aula.md", "# Aula " + i + "\n"))
        .toList();
  }

  private void edit(FileWrite file) {
    try (CourseFolders.FolderBatch batch = folders().write(COURSE)) {
      batch.replace(
          file.path(),
          file.name(),
          file.expected(),
          () -> new ByteArrayInputStream(file.bytes()),
          Sha256.of(file.bytes()),
          false);
    }
  }

  /** The answer in the end is the mirror's, and the mirror holds what the folder holds. */
  private void assertMirrored(Persisted persisted) {
    assertThat(writer().flush(Duration.ofMinutes(1))).isTrue();
    MirrorOutcome outcome = persisted.settled().join();
    if (mirror().isEmpty()) {
      assertThat(outcome).isEqualTo(new MirrorOutcome.Disabled());
      return;
    }
    assertThat(outcome).isInstanceOf(MirrorOutcome.Applied.class);
    assertThat(hashes(mirror().get())).isEqualTo(inFolder());
  }

  @Test
  default void writeShouldLeaveFilesInTheFolderWhenItReturns() {
    Persisted persisted = writer().write(COURSE, List.of(file("a.md", "um"), file("b/c.md", "2")));

    assertThat(bytes("a.md")).isEqualTo(Samples.text("um"));
    assertThat(bytes("b/c.md")).isEqualTo(Samples.text("2"));
    assertThat(persisted.course()).isEqualTo(COURSE);
    assertMirrored(persisted);
  }

  @Test
  default void writeShouldAnswerForFilesInTheOrderOfTheCall() {
    Persisted persisted = writer().write(COURSE, List.of(file("b.md", "2"), file("a.md", "1")));

    assertThat(persisted.files())
        .containsExactly(
            new WrittenFile(
                new ArtifactPath("b.md"), Sha256.of(Samples.text("2")), true, Optional.empty()),
            new WrittenFile(
                new ArtifactPath("a.md"), Sha256.of(Samples.text("1")), true, Optional.empty()));
  }

  @Test
  default void writeShouldTakeAnyBytesAndNames() {
    List<FileWrite> files = new ArrayList<>();
    for (String name : Samples.ODD_NAMES) {
      ArtifactPath path = new ArtifactPath(name);
      byte[] bytes = Samples.oddContents().get(files.size() % Samples.oddContents().size());
      files.add(new FileWrite(path, name, Optional.empty(), bytes));
    }

    Persisted persisted = writer().write(COURSE, files);

    assertThat(inFolder()).hasSize(files.size());
    assertMirrored(persisted);
  }

  @Test
  default void writeShouldReplaceAFileWhenItIsAsExpected() {
    writer().write(COURSE, List.of(file("a.md", "um")));

    Persisted persisted = writer().write(COURSE, List.of(file("a.md", "dois", "um")));

    assertThat(bytes("a.md")).isEqualTo(Samples.text("dois"));
    assertMirrored(persisted);
  }

  @Test
  default void writeShouldChangeNothingWhenItIsRepeated() {
    writer().write(COURSE, List.of(file("a.md", "um")));
    FileWrite second = file("a.md", "dois", "um");
    writer().write(COURSE, List.of(second)).settled().join();
    Optional<Long> revision = revision();

    Persisted repeated = writer().write(COURSE, List.of(second));
    Persisted again = writer().write(COURSE, List.of(file("a.md", "dois", "dois")));

    assertThat(repeated.files()).extracting(WrittenFile::changed).containsExactly(false);
    assertThat(again.files()).extracting(WrittenFile::changed).containsExactly(false);
    assertThat(bytes("a.md")).isEqualTo(Samples.text("dois"));
    assertMirrored(repeated);
    assertMirrored(again);
    assertThat(revision()).isEqualTo(revision);
  }

  private Optional<Long> revision() {
    return mirror().map(to -> to.read(COURSE, Evidence.RECORDED).head().revision());
  }

  @Test
  default void writeShouldFailWhenAFileIsNotAsExpected() {
    edit(file("b.md", "de outra pessoa"));

    assertThatThrownBy(
            () ->
                writer()
                    .write(
                        COURSE,
                        List.of(file("a.md", "1"), file("b.md", "2", "um"), file("c.md", "3"))))
        .isInstanceOf(StorageConflictException.class)
        .hasMessageContaining("b.md");

    assertThat(bytes("a.md")).isEqualTo(Samples.text("1"));
    assertThat(bytes("b.md")).isEqualTo(Samples.text("de outra pessoa"));
    assertThat(inFolder()).hasSize(2);
  }

  @Test
  default void writeShouldFailWhenAFileIsGoneOrThereAgainstExpectation() {
    edit(file("there.md", "aqui"));

    for (FileWrite write : List.of(file("there.md", "1"), file("gone.md", "1", "um"))) {
      assertThatThrownBy(() -> writer().write(COURSE, List.of(write)))
          .isInstanceOf(StorageConflictException.class);
    }
    assertThat(inFolder()).hasSize(1);
    assertThatThrownBy(() -> writer().write(COURSE, List.of(file("gone.md", "1", "1"))))
        .isInstanceOf(StorageConflictException.class);
  }

  @Test
  default void writeShouldRefuseAPathThatIsThereTwice() {
    assertThatThrownBy(
            () -> writer().write(COURSE, List.of(file("a.md", "1"), file("a.md", "2", "1"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.md");

    assertThat(inFolder()).isEmpty();
  }

  @Test
  default void writeShouldKeepWhatAPersonWroteWhenItIsReplaced() {
    writer().write(COURSE, List.of(file("a.md", "um")));
    edit(file("a.md", "de outra pessoa", "um"));

    Persisted persisted = writer().write(COURSE, List.of(file("a.md", "dois", "de outra pessoa")));

    assertThat(persisted.files().get(0).kept()).isPresent();
    assertMirrored(persisted);
  }

  @Test
  default void writeShouldKeepNothingWhenItReplacesWhatItWrote() {
    writer().write(COURSE, List.of(file("a.md", "um")));

    Persisted persisted = writer().write(COURSE, List.of(file("a.md", "dois", "um")));

    assertThat(persisted.files().get(0).kept()).isEmpty();
  }

  @Test
  default void writeShouldShowABatchInTheMirrorWholeOrNotAtAll() {
    Persisted persisted = writer().write(COURSE, lessons(20));

    assertMirrored(persisted);
    mirror()
        .ifPresent(
            to -> assertThat(persisted.settled().join()).isEqualTo(new MirrorOutcome.Applied(1)));
  }

  @Test
  default void writeShouldSendWhatElseTheCourseOwes() {
    edit(file("antes.md", "de outra pessoa"));

    assertMirrored(writer().write(COURSE, List.of(file("a.md", "um"))));
  }

  @Test
  default void writeShouldBringTheCourseUpToDateWhenThereIsNothingToWrite() {
    edit(file("antes.md", "de outra pessoa"));

    Persisted persisted = writer().write(COURSE, List.of());

    assertThat(persisted.files()).isEmpty();
    assertMirrored(persisted);
  }

  @Test
  default void writeShouldLoseNothingWhenThreadsWriteTheSameFile() throws Exception {
    Race.run(4, () -> writeOften("versão de " + Thread.currentThread().getName()));

    assertMirrored(writer().write(COURSE, List.of()));
    assertThat(new String(bytes("a.md"), StandardCharsets.UTF_8)).startsWith("versão ");
  }

  /** How often the others were faster. */
  private int writeOften(String text) {
    int lost = 0;
    for (int written = 0; written < 5; ) {
      try {
        writer().write(COURSE, List.of(inTheWayOf("a.md", text + ", " + written)));
        written++;
      } catch (StorageConflictException e) {
        lost++;
      }
    }
    return lost;
  }

  private FileWrite inTheWayOf(String path, String text) {
    ArtifactPath key = new ArtifactPath(path);
    Optional<Sha256> before = folders().open(COURSE, key).map(CourseWriterContract::hash);
    return new FileWrite(key, path, before, Samples.text(text));
  }

  private static Sha256 hash(InputStream in) {
    try (in) {
      return Sha256.of(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  default void flushShouldSayThatNothingIsPendingWhenNothingWasWritten() {
    assertThat(writer().flush(Duration.ZERO)).isTrue();
  }

  @Test
  default void closeShouldSendWhatIsPending() {
    Persisted persisted = writer().write(COURSE, lessons(3));

    writer().close();
    writer().close();

    assertThat(persisted.settled()).isDone();
    assertThat(persisted.settled().join().name())
        .isEqualTo(mirror().isPresent() ? "APPLIED" : "DISABLED");
  }

  @Test
  default void writeShouldRefuseWhenTheWriterIsClosed() {
    writer().close();

    assertThatThrownBy(() -> writer().write(COURSE, lessons(1)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(inFolder()).isEmpty();
  }
}
