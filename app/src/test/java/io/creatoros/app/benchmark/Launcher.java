package io.creatoros.app.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** {@code app/bin/creatoros}, which starts Java with the options that users get. */
final class Launcher {

  private static final String PATH = System.getProperty("creatoros.launcher", "");

  private Launcher() {}

  /** A command as users type it. */
  static ProcessBuilder command(String... arguments) {
    if (PATH.isEmpty()) {
      throw new IllegalStateException("creatoros.launcher is not set; use app/bin/benchmark");
    }
    List<String> command = new ArrayList<>(List.of(PATH));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /**
   * A program of these tests, started with the same options and the same archive of classes as the
   * sync is. Java takes its class and arguments from a file, before it comes to those of the
   * launcher.
   *
   * @param file where that is written
   */
  static ProcessBuilder program(Path file, Class<?> main, String... arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of("-cp", classPath(), main.getName()));
    words.addAll(List.of(arguments));
    Files.write(file, words.stream().map(word -> '"' + word + '"').toList());
    ProcessBuilder program = command("sync");
    program.environment().put("CREATOROS_JAVA_OPTS", "@" + file);
    return program;
  }

  /** Absolute, since the archive is of the jar at its absolute path. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
