package io.creatoros.core.course;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be opened as often as needed, and that do not change in between. */
@FunctionalInterface
public interface Content {

  /** The length of a stored part in bytes; every part of a content but its last has it. */
  int PART_SIZE = 1 << 20;

  /** Opens the bytes from their start; the caller closes the stream. */
  InputStream open() throws IOException;

  /** The number of parts that a content of this many bytes is stored in; one when it is empty. */
  static int parts(long size) {
    return (int) Math.max(1, (size + PART_SIZE - 1) / PART_SIZE);
  }
}
