package io.creatoros.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Does once, in a folder and on a server of its own, what short commands do, so that the launcher
 * can archive the classes that they load.
 */
@Command(name = "warm-up", hidden = true, description = "Load what short commands need.")
final class WarmUpCommand extends AppCommand {

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("--help"),
          List.of("config"),
          List.of("sync", "."),
          List.of("status", "--files", "--ignored"),
          List.of("persist", "lesson", "sample", "1.2", "--set", "db-persist=on"),
          List.of("owed"),
          List.of("verify"),
          List.of("courses", "--json"),
          List.of("show", "sample"),
          List.of("findings"),
          List.of("pull", "--all"),
          List.of("status", "absent"),
          List.of("db", "query", "select 1"),
          List.of("status"));

  @Override
  Outcome run(CreatorOsCommand global) throws IOException {
    Path folder = Files.createTempDirectory("creatoros-warm-up");
    try {
      Path courses = Files.createDirectories(folder.resolve("courses"));
      Path lessons = Files.createDirectories(courses.resolve("sample/lessons"));
      Files.writeString(courses.resolve("sample/COURSE-BRIEF.md"), "# Sample\n");
      Files.writeString(lessons.resolve("1.1-first.md"), "# First\n");
      CliEnvironment environment = environment(global, folder, courses);
      Map<String, Object> codes = new LinkedHashMap<>();
      for (List<String> command : COMMANDS) {
        int code = Cli.run(environment, command.toArray(String[]::new));
        codes.put(String.join(" ", command), code);
      }
      return Outcome.done(
          CourseJson.row("codes", codes), codes.entrySet().stream().map(Object::toString).toList());
    } finally {
      delete(folder);
    }
  }

  private static CliEnvironment environment(CreatorOsCommand global, Path folder, Path courses) {
    Map<String, String> variables = new LinkedHashMap<>(global.environment().variables());
    variables.keySet().removeIf(name -> name.startsWith("CREATOROS_") || name.endsWith("_URL"));
    variables.put("CREATOROS_EMBEDDED_HOME", folder.resolve("server").toString());
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return new CliEnvironment(
        InputStream.nullInputStream(),
        nowhere,
        nowhere,
        false,
        false,
        variables,
        courses,
        global.environment().opener());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
