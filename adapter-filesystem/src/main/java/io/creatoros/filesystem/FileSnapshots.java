package io.creatoros.filesystem;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;

/** Takes snapshots of files: in memory when they are small, else as private copies. */
final class FileSnapshots {

  private static final int CHUNK = 1 << 16;

  private final Path temporary;

  /**
   * Takes snapshots.
   *
   * @param temporary where private copies go; on the same device or any other
   */
  FileSnapshots(Path temporary) {
    this.temporary = temporary;
  }

  /** The file's bytes; empty when they do not have the hash. */
  Optional<Snapshot> take(Path file, FileStat stat, Sha256 expected) throws IOException {
    if (stat.size() <= FileBytes.SMALL) {
      byte[] bytes = FileBytes.read(file, stat);
      return Sha256.of(bytes).equals(expected)
          ? Optional.of(new Buffered(bytes))
          : Optional.empty();
    }
    return copy(file, expected);
  }

  private Optional<Snapshot> copy(Path file, Sha256 expected) throws IOException {
    Files.createDirectories(temporary);
    FileChannel copy =
        FileChannel.open(
            DurableFiles.temporaryIn(temporary), CREATE_NEW, READ, WRITE, DELETE_ON_CLOSE);
    boolean same = false;
    try {
      same = hashWhileCopying(file, copy).equals(expected);
      return same ? Optional.of(new Copied(copy, copy.size())) : Optional.empty();
    } finally {
      if (!same) {
        copy.close();
      }
    }
  }

  private static Sha256 hashWhileCopying(Path file, FileChannel copy) throws IOException {
    MessageDigest digest = Sha256.newDigest();
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
    try (FileChannel in = FileBytes.open(file)) {
      while (in.read(buffer) >= 0) {
        buffer.flip();
        digest.update(buffer.array(), 0, buffer.limit());
        DurableFiles.writeAll(copy, buffer);
        buffer.clear();
      }
    }
    return Sha256.ofDigest(digest.digest());
  }

  private static final class Buffered implements Snapshot {

    private final byte[] bytes;
    private boolean closed;

    Buffered(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() throws IOException {
      if (closed) {
        throw new IOException("the snapshot is closed");
      }
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private record Copied(FileChannel copy, long size) implements Snapshot {

    @Override
    public InputStream open() throws IOException {
      if (!copy.isOpen()) {
        throw new IOException("the snapshot is closed");
      }
      return new PositionedStream(copy);
    }

    @Override
    public void close() {
      try {
        copy.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Reads a channel from its start, whoever else reads it. */
  private static final class PositionedStream extends InputStream {

    private final FileChannel channel;
    private long position;

    PositionedStream(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      Objects.checkFromIndexSize(from, length, into.length);
      if (length == 0) {
        return 0;
      }
      int read = channel.read(ByteBuffer.wrap(into, from, length), position);
      position += Math.max(0, read);
      return read;
    }
  }
}
