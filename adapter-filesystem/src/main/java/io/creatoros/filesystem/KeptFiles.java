package io.creatoros.filesystem;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Content;
import io.creatoros.core.course.CourseId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Keeps versions aside that are about to be lost. Never overwrites one that was kept before. */
final class KeptFiles {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Path root;
  private final Path folder;

  KeptFiles(Path root, StateFolder state, CourseId course, Instant now) {
    this.root = root;
    Path stamped = state.kept().resolve(STAMP.format(now));
    this.folder = course.isRoot() ? stamped : stamped.resolve(course.path());
  }

  /** What {@link #put} puts at a place where nothing is. */
  @FunctionalInterface
  private interface Putting {
    void at(Path place) throws IOException;
  }

  /**
   * Keeps the file itself, which stays where it is too. What is written to the file in place from
   * now on is kept as well.
   */
  Path link(ArtifactPath path, Path file) throws IOException {
    return put(
        path.value(),
        place -> {
          try {
            Files.createLink(place, file);
          } catch (FileAlreadyExistsException e) {
            throw e;
          } catch (UnsupportedOperationException | FileSystemException e) {
            copy(place, () -> FileBytes.stream(file));
          }
          DurableFiles.syncFile(place);
        });
  }

  /** Keeps bytes. */
  Path copy(ArtifactPath path, String label, Content content) throws IOException {
    return put(path.value() + "." + label, place -> copy(place, content));
  }

  /** Takes back what was just kept. */
  void drop(Path kept) throws IOException {
    Files.deleteIfExists(kept);
  }

  /** The place as people are told it. */
  String describe(Path kept) {
    return root.relativize(kept).toString();
  }

  private Path put(String name, Putting putting) throws IOException {
    for (int number = 1; ; number++) {
      Path place = folder.resolve(number == 1 ? name : name + "." + number);
      try {
        DurableFiles.createFolders(place.getParent());
        putting.at(place);
        DurableFiles.syncFolder(place.getParent());
        return place;
      } catch (FileAlreadyExistsException e) {
        if (number > 1000) {
          throw e;
        }
      }
    }
  }

  private static void copy(Path place, Content content) throws IOException {
    boolean whole = false;
    FileChannel channel = FileChannel.open(place, CREATE_NEW, WRITE);
    try (channel;
        InputStream in = content.open();
        OutputStream out = Channels.newOutputStream(channel)) {
      in.transferTo(out);
      channel.force(true);
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(place);
      }
    }
  }
}
