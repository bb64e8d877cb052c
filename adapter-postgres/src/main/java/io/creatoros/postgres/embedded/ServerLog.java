package io.creatoros.postgres.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

/** What the server and its programs print. Two files of about a megabyte at most. */
record ServerLog(Path file) {
  private static final long LIMIT = 1 << 20;
  private static final int TAIL = 8 << 10;
  private static final int TAIL_LINES = 12;

  long size() throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** Keeps one older file. The running server appends, so its file is emptied, not replaced. */
  void limit() throws IOException {
    if (size() <= LIMIT) {
      return;
    }
    Files.copy(
        file,
        file.resolveSibling(file.getFileName() + ".1"),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
    FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING).close();
  }

  /** What was written last, from a position on; only the end of it when it is long. */
  String since(long position) throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    try (FileChannel channel = FileChannel.open(file)) {
      long from = Math.max(Math.min(position, channel.size()), channel.size() - TAIL);
      ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - from));
      while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {}
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
  }

  /** The last lines since a position, for a message. */
  String lastLines(long position) throws IOException {
    List<String> lines = since(position).lines().toList();
    String last =
        lines.stream()
            .skip(Math.max(0, lines.size() - TAIL_LINES))
            .map(line -> "\n  " + line)
            .collect(Collectors.joining());
    return last.isEmpty() ? " nothing" : last;
  }
}
