package io.creatoros.filesystem;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.creatoros.core.storage.StorageRejectedException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;

/** The file that makes a folder a workspace. */
final class WorkspaceFile {

  private static final int FORMAT = 1;
  private static final Duration LEFTOVER = Duration.ofDays(1);

  private WorkspaceFile() {}

  /** Opens the workspace in a folder; one whose making broke off is made whole. */
  static Workspace open(Path root) {
    StateFolder state = StateFolder.of(root);
    try {
      Workspace workspace = read(root, text(state.description()));
      removeLeftovers(state.temporary());
      return workspace;
    } catch (NoSuchFileException e) {
      return create(root);
    } catch (IOException e) {
      throw Failures.failed("open the workspace " + root, e);
    }
  }

  /** Makes a workspace; when several do at once, all get the same. */
  static Workspace create(Path root) {
    StateFolder state = StateFolder.of(root);
    try {
      DurableFiles.createFolders(state.folder());
      if (!Files.exists(state.gitignore())) {
        DurableFiles.replace(state.gitignore(), "*\n".getBytes(StandardCharsets.UTF_8));
      }
      String text = "format=" + FORMAT + "\nid=" + UUID.randomUUID() + "\n";
      Path temporary = DurableFiles.temporaryIn(state.folder());
      Files.writeString(temporary, text, CREATE_NEW, WRITE);
      DurableFiles.syncFile(temporary);
      settle(temporary, state.description());
      DurableFiles.syncFolder(state.folder());
      return read(root, text(state.description()));
    } catch (IOException e) {
      throw Failures.failed("make a workspace in " + root, e);
    }
  }

  /** Moves a file into place unless another was faster. */
  private static void settle(Path temporary, Path target) throws IOException {
    try {
      Files.createLink(target, temporary);
    } catch (FileAlreadyExistsException e) {
      // the other one's file stands
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static Workspace read(Path root, String text) throws IOException {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
      int format = Integer.parseInt(properties.getProperty("format", ""));
      if (format > FORMAT) {
        throw new StorageRejectedException(
            "WORKSPACE_TOO_NEW",
            "the workspace " + root + " was made by a newer version (format " + format + ")",
            "upgrade creatoros");
      }
      return new Workspace(root, UUID.fromString(properties.getProperty("id", "")));
    } catch (IllegalArgumentException e) {
      Path file = StateFolder.of(root).description();
      throw Failures.corrupt(
          "the workspace file " + file,
          "cannot be read",
          "delete it; the next command makes it anew");
    }
  }

  /** The text of a file; what is no text in it is replaced, so that reading it tells. */
  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static void removeLeftovers(Path folder) throws IOException {
    FileTime limit = FileTime.from(Instant.now().minus(LEFTOVER));
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, DurableFiles.TEMPORARY + "*")) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).compareTo(limit) < 0) {
          Files.deleteIfExists(file);
        }
      }
    } catch (NoSuchFileException e) {
      // there are none
    }
  }
}
