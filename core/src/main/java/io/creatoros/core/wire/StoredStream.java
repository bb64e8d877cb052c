package io.creatoros.core.wire;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.storage.CorruptRecordException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/** Stored parts as one stream; holds one part at a time. */
public final class StoredStream extends InputStream {
  private final ArtifactPath path;
  private final IntFunction<Optional<byte[]>> parts;
  private final int count;
  private int next = 1;
  private ByteArrayInputStream current;

  /**
   * A stream that is at its start.
   *
   * @param path the file that they are of, for messages
   * @param first part 0
   * @param count how many parts there are
   * @param parts fetches a later part by its number; empty when it is not there any more
   */
  public StoredStream(
      ArtifactPath path, byte[] first, int count, IntFunction<Optional<byte[]>> parts) {
    this.path = path;
    this.current = new ByteArrayInputStream(first);
    this.count = count;
    this.parts = parts;
  }

  @Override
  public int read() {
    return advance() ? current.read() : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    return advance() ? current.read(target, offset, length) : -1;
  }

  @Override
  public int available() {
    return current.available();
  }

  private boolean advance() {
    while (current.available() == 0 && next < count) {
      current = new ByteArrayInputStream(part(next));
      next++;
    }
    return current.available() > 0;
  }

  private byte[] part(int number) {
    return parts
        .apply(number)
        .orElseThrow(
            () ->
                new CorruptRecordException(
                    "DB_BYTES_MISSING",
                    "part " + number + " of \"" + path + "\" vanished while it was read",
                    "find out what else is missing with: creatoros verify"));
  }
}
