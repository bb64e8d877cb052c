package io.creatoros.filesystem;

import static java.nio.file.StandardOpenOption.READ;

import io.creatoros.core.course.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;

/** Reading files that may change at any time. */
final class FileBytes {

  /** The largest file that is read into one buffer, in bytes. */
  static final int SMALL = 1 << 20;

  private static final int CHUNK = 1 << 16;

  private FileBytes() {}

  /** A file did something else than hold still while it was read. */
  static final class ChangedWhileReadException extends IOException {

    private static final long serialVersionUID = 1L;

    ChangedWhileReadException(String message) {
      super(message);
    }
  }

  /**
   * Hashes a file.
   *
   * @param before the file as it was looked at last
   * @throws ChangedWhileReadException if it is another now, or vanished
   */
  static Sha256 hash(Path file, FileStat before) throws IOException {
    MessageDigest digest = Sha256.newDigest();
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(CHUNK, before.size() + 1));
    long read = 0;
    try (FileChannel in = open(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer.array(), 0, n);
        buffer.clear();
        read += n;
      }
    }
    requireSame(file, before, read);
    return Sha256.ofDigest(digest.digest());
  }

  /** Reads a small file whole; as {@link #hash} otherwise. */
  static byte[] read(Path file, FileStat before) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(before.size()));
    boolean longer;
    try (FileChannel in = open(file)) {
      while (buffer.hasRemaining() && in.read(buffer) >= 0) {
        // until full or at the end
      }
      longer = in.read(ByteBuffer.allocate(1)) > 0;
    }
    requireSame(file, before, buffer.position() + (longer ? 1 : 0));
    return buffer.array();
  }

  static FileChannel open(Path file) throws IOException {
    try {
      return FileChannel.open(file, READ, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      throw new ChangedWhileReadException("vanished while being read");
    }
  }

  /** Opens a file as a stream. */
  static InputStream stream(Path file) throws IOException {
    return Channels.newInputStream(open(file));
  }

  private static void requireSame(Path file, FileStat before, long read) throws IOException {
    FileStat after;
    try {
      after = FileStat.of(file);
    } catch (NoSuchFileException e) {
      throw new ChangedWhileReadException("vanished while being read");
    }
    if (read != before.size() || !after.equals(before)) {
      throw new ChangedWhileReadException("changed while being read");
    }
  }
}
