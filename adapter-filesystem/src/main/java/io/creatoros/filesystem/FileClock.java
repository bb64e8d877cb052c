package io.creatoros.filesystem;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file system's own time, which is all that times of files can be compared with. Read by
 * touching a file.
 */
@FunctionalInterface
interface FileClock {

  /** A time before everything: nothing was written before it. */
  long UNKNOWN = Long.MIN_VALUE;

  /** A moment not after now, in nanoseconds as the file system counts and rounds them. */
  long now();

  static FileClock touching(Path file) {
    return () -> {
      try {
        Files.write(file, new byte[] {0}, CREATE, WRITE);
        return FileStat.of(file).modified();
      } catch (IOException e) {
        return UNKNOWN;
      }
    };
  }
}
