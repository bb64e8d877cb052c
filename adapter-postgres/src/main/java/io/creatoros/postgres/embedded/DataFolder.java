package io.creatoros.postgres.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Makes the data folder: whole or not at all. */
final class DataFolder {
  private static final String FRESH = "data.new-";

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
    removeUnfinished();
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
              + "\nMend that and repeat the command; if the programs themselves are damaged, delete "
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

  /**
   * What an earlier, killed attempt left. Its initdb may still be writing, so names never recur.
   */
  private void removeUnfinished() throws IOException {
    try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(home.folder(), FRESH + "*")) {
      for (Path leftover : leftovers) {
        Folders.delete(leftover);
      }
    }
  }
}
