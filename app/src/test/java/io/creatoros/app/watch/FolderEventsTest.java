package io.creatoros.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.postgres.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderEventsTest {

  @TempDir private Path root;
  private final List<IOException> limits = new ArrayList<>();

  @Test
  void awaitShouldTellWhatChangedAtAnyDepth() throws IOException {
    Path lesson = write("coffee/lessons/1.1.md");
    try (Changes changes = changes()) {
      Files.writeString(lesson, "edited");
      assertHeard(changes, "coffee/lessons/1.1.md");

      write("coffee/lessons/1.2.md");
      assertHeard(changes, "coffee/lessons/1.2.md");

      Files.delete(lesson);
      assertHeard(changes, "coffee/lessons/1.1.md");
    }
  }

  @Test
  void awaitShouldTellOfFoldersThatAreNew() throws IOException {
    try (Changes changes = changes()) {
      write("tea/lessons/deep/1.1.md");
      assertHeard(changes, "tea");

      write("tea/lessons/deep/1.2.md");
      assertHeard(changes, "tea/lessons/deep/1.2.md");
    }
  }

  @Test
  void awaitShouldTellTheNewPathWhenAFolderWasRenamed() throws IOException {
    write("coffee/lessons/1.1.md");
    try (Changes changes = changes()) {
      Files.move(root.resolve("coffee"), root.resolve("tea"));
      assertHeard(changes, "coffee", "tea");

      write("tea/lessons/1.2.md");
      assertHeard(changes, "tea/lessons/1.2.md");
    }
  }

  @Test
  void awaitShouldTellOfAFolderThatCameBackAfterALookAtTheFolders() throws IOException {
    Path course = root.resolve("coffee");
    write("coffee/1.1.md");
    try (Changes changes = FolderEvents.of(root, List.of(course), limits::add)) {
      Files.delete(course.resolve("1.1.md"));
      Files.delete(course);
      assertHeard(changes, "coffee/1.1.md");
      write("coffee/1.1.md");
      changes.refresh();

      write("coffee/1.2.md");
      assertHeard(changes, "coffee/1.2.md");
    }
  }

  @Test
  void awaitShouldPassOverTheStateOfWorkspacesAndGit() throws Exception {
    write(".creatoros/index");
    write("coffee/.git/HEAD");
    try (Changes changes = changes()) {
      write(".creatoros/bases");
      write("coffee/.git/index");
      write("coffee/last.md");

      Set<String> heard = new TreeSet<>();
      Await.until(
          "the last change is heard",
          () -> {
            heard.addAll(changes.await(Duration.ofMillis(50)));
            return heard.contains("coffee/last.md");
          });

      assertThat(heard).containsExactly("coffee/last.md");
    }
  }

  @Test
  void awaitShouldTellTheFolderWhenTooMuchHappenedToTellEach() throws IOException {
    write("coffee/lessons/1.1.md");
    try (Changes changes = changes()) {
      Set<String> heard = new TreeSet<>();
      Await.until(
          "heard of the folder",
          () -> {
            for (int i = 0; i < 2_000; i++) {
              write("coffee/lessons/many-" + i + ".md");
            }
            heard.addAll(changes.await(Duration.ofMillis(50)));
            return heard.contains("coffee/lessons");
          });
    }
  }

  @Test
  void awaitShouldHearNothingWhenNothingChanges() throws Exception {
    write("coffee/lessons/1.1.md");
    try (Changes changes = changes()) {
      assertThat(changes.await(Duration.ofMillis(1))).isEmpty();
      assertThat(changes.isComplete()).isTrue();
      assertThat(limits).isEmpty();
    }
  }

  @Test
  void changesShouldBeIncompleteAndSaySoOnceWhenTheSystemWatchesNoMoreFolders() throws IOException {
    write("coffee/lessons/1.1.md");
    int[] left = {2};
    WatchService service = root.getFileSystem().newWatchService();
    FolderEvents.Registration registration =
        folder -> {
          if (left[0]-- <= 0) {
            throw new IOException("User limit of inotify watches reached");
          }
          return folder.register(service, StandardWatchEventKinds.ENTRY_CREATE);
        };
    try (Changes changes =
        new FolderEvents(root, List.of(root), limits::add, service, registration)) {
      changes.refresh();

      assertThat(changes.isComplete()).isFalse();
      assertThat(limits).hasSize(1);

      left[0] = 100;
      changes.refresh();

      assertThat(changes.isComplete()).isTrue();
    }
  }

  private Changes changes() {
    return FolderEvents.of(root, List.of(root), limits::add);
  }

  private Path write(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, path);
  }

  private static void assertHeard(Changes changes, String... paths) {
    Set<String> heard = new TreeSet<>();
    Await.until(
        "heard of " + String.join(", ", paths),
        () -> {
          heard.addAll(changes.await(Duration.ofMillis(50)));
          return heard.containsAll(List.of(paths));
        });
  }
}
