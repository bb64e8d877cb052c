package io.creatoros.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The running server process of a data folder.
 *
 * @param port empty unless the server takes connections there
 */
record Postmaster(long pid, OptionalInt port) {
  private static final Path PROCESSES = Path.of("/proc");
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  /**
   * Reads {@code postmaster.pid}. A file whose process has ended, or is not the server of this very
   * folder, counts as absent.
   */
  static Optional<Postmaster> of(Path data) throws IOException {
    return inFile(data).filter(postmaster -> serves(postmaster.pid, data));
  }

  /**
   * Removes a file at which PostgreSQL would stumble: one that is damaged, or names a living
   * process that is something else. Keeps it while any process still works in the folder.
   */
  static void removeMisleading(Path data) throws IOException {
    boolean endedServer =
        inFile(data).filter(named -> ProcessHandle.of(named.pid).isEmpty()).isPresent();
    if (!endedServer
        && Files.isDirectory(PROCESSES)
        && Files.exists(pidFile(data))
        && ProcessHandle.allProcesses().noneMatch(process -> serves(process.pid(), data))) {
      Files.delete(pidFile(data));
    }
  }

  private static Optional<Postmaster> inFile(Path data) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(pidFile(data));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Postmaster(Long.parseLong(line(lines, 0)), port(lines)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A server names its port before it has it; until then another server may answer there. */
  private static OptionalInt port(List<String> lines) {
    return line(lines, STATUS_LINE).equals("ready")
        ? OptionalInt.of(Integer.parseInt(line(lines, PORT_LINE)))
        : OptionalInt.empty();
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index).strip() : "";
  }

  /** The server works in its data folder; no ended process does. */
  private static boolean serves(long pid, Path data) {
    if (!Files.isDirectory(PROCESSES)) {
      return ProcessHandle.of(pid).map(ProcessHandle::info).stream()
          .anyMatch(info -> info.commandLine().orElse("").contains(data.toString()));
    }
    try {
      Path folder = PROCESSES.resolve(Long.toString(pid)).resolve("cwd");
      return Files.readSymbolicLink(folder).equals(data.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  private static Path pidFile(Path data) {
    return data.resolve("postmaster.pid");
  }
}
