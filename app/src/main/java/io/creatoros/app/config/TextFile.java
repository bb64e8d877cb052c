package io.creatoros.app.config;

import io.creatoros.core.storage.StorageRejectedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files of text that people name. */
public final class TextFile {

  private TextFile() {}

  /**
   * Writes a text as UTF-8, replacing what is there; who reads meanwhile sees the old text or the
   * new. A link keeps pointing where it points.
   *
   * @throws StorageRejectedException with code {@code FILE_NOT_WRITTEN} if that fails; then the old
   *     file is as it was
   */
  public static void replace(Path file, String text) {
    try {
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      Path temporary =
          Files.createTempFile(target.getParent(), "." + target.getFileName() + ".", ".tmp");
      try {
        writeDurably(temporary, text);
        adopt(temporary, target);
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new StorageRejectedException(
          "FILE_NOT_WRITTEN",
          file + " cannot be written: " + e,
          "name a file in a folder that you may write",
          e);
    }
  }

  private static void writeDurably(Path file, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Gives a new file the permissions of the one it replaces. */
  private static void adopt(Path temporary, Path target) throws IOException {
    boolean posix = Files.getFileAttributeView(temporary, PosixFileAttributeView.class) != null;
    if (posix) {
      Files.setPosixFilePermissions(
          temporary,
          Files.exists(target)
              ? Files.getPosixFilePermissions(target)
              : PosixFilePermissions.fromString("rw-r--r--"));
    }
  }
}
