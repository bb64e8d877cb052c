package io.creatoros.core.wire;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.IntFunction;

/** Stored parts as one stream; holds one part at a time. */
public final class StoredStream extends InputStream {
  private final IntFunction<byte[]> parts;
  private final int count;
  private int next = 1;
  private ByteArrayInputStream current;

  /**
   * A stream that is at its start.
   *
   * @param first part 0
   * @param count how many parts there are
   * @param parts fetches a later part by its number
   */
  public StoredStream(byte[] first, int count, IntFunction<byte[]> parts) {
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
      current = new ByteArrayInputStream(parts.apply(next));
      next++;
    }
    return current.available() > 0;
  }
}
