package io.creatoros.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listing folders again only where they were touched, and always where that cannot be told. */
class FolderNamesTest {

  @TempDir private Path folder;
  private final AtomicInteger clockReadings = new AtomicInteger();
  private long device;

  @BeforeEach
  void makeLessons() throws IOException {
    device = FileStat.of(folder).device();
    write("lessons/1.1-a.md");
    write("COURSE-BRIEF.md");
  }

  @Test
  void belowShouldGiveTheSameNamesWhileNothingChanges() {
    FolderNames names = new FolderNames(() -> FileClock.UNKNOWN, device);

    Set<String> first = names(names);

    assertThat(first).containsExactlyInAnyOrder("lessons/1.1-a.md", "COURSE-BRIEF.md");
    assertThat(names(names)).isSameAs(first);
  }

  @Test
  void belowShouldSeeRenamesAndFolders() throws IOException {
    FolderNames names = new FolderNames(() -> FileClock.UNKNOWN, device);
    names(names);

    Files.move(folder.resolve("lessons/1.1-a.md"), folder.resolve("lessons/1.1-b.md"));
    assertThat(names(names)).containsExactlyInAnyOrder("lessons/1.1-b.md", "COURSE-BRIEF.md");

    Files.move(folder.resolve("lessons"), folder.resolve("aulas"));
    assertThat(names(names)).containsExactlyInAnyOrder("aulas/1.1-b.md", "COURSE-BRIEF.md");

    Files.delete(folder.resolve("aulas/1.1-b.md"));
    Files.delete(folder.resolve("aulas"));
    assertThat(names(names)).containsExactly("COURSE-BRIEF.md");
  }

  @Test
  void belowShouldLeaveOutTemporaryFilesAndOtherCourses() throws IOException {
    write(DurableFiles.TEMPORARY + "x");
    write(".creatoros/index");
    write("inner/COURSE-BRIEF.md");
    FolderNames names = new FolderNames(() -> FileClock.UNKNOWN, device);

    assertThat(names.below(folder, "inner"::equals))
        .containsExactlyInAnyOrder("lessons/1.1-a.md", "COURSE-BRIEF.md");
  }

  @Test
  void belowShouldBeEmptyWhenFolderIsNotThereAndSeeItLater() throws IOException {
    FolderNames names = new FolderNames(() -> FileClock.UNKNOWN, device);
    Path absent = folder.resolve("absent");
    assertThat(names.below(absent, name -> false)).isEmpty();

    write("absent/a.md");

    assertThat(names.below(absent, name -> false)).containsExactly("a.md");
  }

  @Test
  void belowShouldCountAFileInPlaceOfTheFolderAsEmpty() {
    FolderNames names = new FolderNames(() -> FileClock.UNKNOWN, device);

    assertThat(names.below(folder.resolve("COURSE-BRIEF.md"), name -> false)).isEmpty();
  }

  @Test
  void belowShouldNotListAgainWhatRested() throws IOException {
    Files.setLastModifiedTime(folder.resolve("lessons"), FileTime.from(Instant.EPOCH));
    FolderNames names = new FolderNames(this::later, device, this::muchLater);
    names(names);
    int folders = 2;
    assertThat(clockReadings).hasValue(folders);

    names(names);
    assertThat(clockReadings).as("nothing was listed again").hasValue(folders);

    write("lessons/1.2-b.md");
    assertThat(names(names)).contains("lessons/1.2-b.md");
    assertThat(clockReadings).as("one folder was listed again").hasValue(folders + 1);
  }

  @Test
  void belowShouldListAgainWhatMayHaveBeenTouchedInTheSameMoment() throws IOException {
    long touched = FileStat.of(folder.resolve("lessons")).changed();
    FolderNames names = new FolderNames(() -> touched, device, this::muchLater);
    names(names);

    write("lessons/1.2-b.md");

    assertThat(names(names)).contains("lessons/1.2-b.md");
  }

  @Test
  void belowShouldListAgainWhatWasTouchedLately() {
    FolderNames names = new FolderNames(this::later, device, () -> 0);

    names(names);

    assertThat(clockReadings).as("not worth asking").hasValue(0);
  }

  @Test
  void belowShouldNotTrustTheTimesOfOtherDevices() {
    FolderNames names = new FolderNames(this::later, device + 1, this::muchLater);

    names(names);

    assertThat(clockReadings).hasValue(0);
  }

  private long later() {
    clockReadings.incrementAndGet();
    return Long.MAX_VALUE;
  }

  private long muchLater() {
    return Instant.now().plus(Duration.ofDays(1)).toEpochMilli();
  }

  private Set<String> names(FolderNames names) {
    return names.below(folder, name -> false);
  }

  private void write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");
  }
}
