package io.creatoros.filesystem;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/** Writing so that a crash leaves the old file or the new one. */
final class DurableFiles {

  /** What the names of our temporary files begin with. */
  static final String TEMPORARY = ".creatoros-tmp-";

  private DurableFiles() {}

  /** A name for a temporary file beside a target. */
  static Path temporaryIn(Path folder) {
    return folder.resolve(TEMPORARY + UUID.randomUUID());
  }

  /** Replaces a small file, atomically and durably. Creates the folders it needs. */
  static void replace(Path target, byte[] bytes) throws IOException {
    createFolders(target.getParent());
    swapIn(target, bytes, true);
    syncFolder(target.getParent());
  }

  /** Replaces a small file that may be lost in a crash, but never torn while we run. */
  static void replaceCache(Path target, byte[] bytes) throws IOException {
    Files.createDirectories(target.getParent());
    swapIn(target, bytes, false);
  }

  private static void swapIn(Path target, byte[] bytes, boolean durable) throws IOException {
    Path temporary = temporaryIn(target.getParent());
    try {
      try (FileChannel out = FileChannel.open(temporary, CREATE_NEW, WRITE)) {
        writeAll(out, ByteBuffer.wrap(bytes));
        if (durable) {
          out.force(true);
        }
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  /** Creates a folder and those above it that are missing; each entry is durable. */
  static void createFolders(Path folder) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    Path at = folder;
    while (at != null && !Files.isDirectory(at)) {
      missing.push(at);
      at = at.getParent();
    }
    for (Path create : missing) {
      createFolder(create);
      syncFolder(create.getParent());
    }
  }

  /** Creates one folder unless it is there already. */
  static void createFolder(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
    }
  }

  /** Makes a file's bytes durable. */
  static void syncFile(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ, LinkOption.NOFOLLOW_LINKS)) {
      channel.force(true);
    }
  }

  /** Makes a folder's entries durable, where the platform can. */
  static void syncFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    } catch (AccessDeniedException e) {
      if (!System.getProperty("os.name", "").startsWith("Windows")) {
        throw e;
      }
    }
  }
}
