package io.creatoros.testkit;

import io.creatoros.core.course.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Bytes that nobody changes. */
final class InMemorySnapshot implements Snapshot {

  private final byte[] bytes;
  private boolean closed;

  InMemorySnapshot(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public InputStream open() {
    if (closed) {
      throw new IllegalStateException("the snapshot is closed");
    }
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public void close() {
    closed = true;
  }
}
