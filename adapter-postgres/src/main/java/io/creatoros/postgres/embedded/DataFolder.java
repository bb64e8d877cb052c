package io.creatoros.postgres.embedded;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes the data folder: whole or not at all. */
final class DataFolder {
  private static final String FRESH = "data.new-";
  private static final Duration STEP = Duration.ofMillis(20);

  /** Defaults that a person may change in {@code postgresql.conf}. */
  private static final List<String> SETTINGS =
      List.of(
          "shared_buffers=128MB",
          "max_connections=100",
          "timezone=UTC",
          "log_timezone=UTC",
          "log_checkpoints=off");

  private final ServerHome home;
  private final Binaries binaries;
  private final RunAs runAs;

  DataFolder(ServerHome home, Binaries binaries, RunAs runAs) {
    this.home = home;
    this.binaries = binaries;
    this.runAs = runAs;
  }

  /** Keeps an existing data folder, or makes one and the password for it. */
  void ensure(Deadline deadline) throws IOException {
    if (Files.exists(home.data())) {
      return;
    }
    removeUnfinished(deadline);
    home.ensurePassword();
    Path fresh = Files.createTempDirectory(home.folder(), FRESH);
    runAs.own(home.passwordFile());
    runAs.own(fresh);
    long logged = home.log().size();
    int exit =
        Programs.run(runAs.command(command(fresh)), home.folder(), home.log().file(), deadline);
    if (exit != 0) {
      throw new EmbeddedServerException(
          "EMBEDDED_INIT_FAILED",
          "initdb ended with "
              + exit
              + " while making "
              + home.data()
              + "; it said:"
              + home.log().lastLines(logged)
              + "\n"
              + "Mend that and repeat the command; if the programs themselves are damaged, delete "
              + binaries.folder());
    }
    Files.move(fresh, home.data(), StandardCopyOption.ATOMIC_MOVE);
    Folders.sync(home.folder());
  }

  private List<String> command(Path fresh) {
    List<String> command =
        new ArrayList<>(
            List.of(
                binaries.program("initdb"),
                "--pgdata=" + fresh,
                "--username=" + Login.USER,
                "--pwfile=" + home.passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
    SETTINGS.forEach(setting -> command.addAll(List.of("--set", setting)));
    return command;
  }

  /** What earlier, killed attempts left. */
  private void removeUnfinished(Deadline deadline) throws IOException {
    try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(home.folder(), FRESH + "*")) {
      for (Path leftover : leftovers) {
        remove(leftover, deadline);
      }
    }
  }

  /** An initdb whose parent was killed may still be writing; it ends once its files are gone. */
  private static void remove(Path leftover, Deadline deadline) throws IOException {
    while (true) {
      try {
        Folders.delete(leftover);
        return;
      } catch (DirectoryNotEmptyException e) {
        if (deadline.passed()) {
          throw e;
        }
        deadline.pause(STEP);
      }
    }
  }
}
