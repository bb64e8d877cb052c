package io.creatoros.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Databases;
import io.creatoros.app.cli.Machine;
import io.creatoros.postgres.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour of the README, run command by command: each prints what the README shows. */
class TourTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern SHOWN = Pattern.compile("(?ms)^```console\\n(.*?)^```");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\$ (.*)\\n((?:(?!\\$ ).*\\n)*)");
  private static final Pattern APPEND = Pattern.compile("echo '(.*)' >> (.*)");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern TIME =
      Pattern.compile("\\d{8}T[\\d.]+Z|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z by \\w+");

  private static final int FEWEST_COMMANDS = 10;

  @TempDir private Path home;

  @Test
  void commandsShouldPrintWhatTheReadmeShows() throws IOException {
    List<MatchResult> commands = new ArrayList<>();
    SHOWN
        .matcher(Files.readString(ROOT.resolve("README.md")))
        .results()
        .forEach(block -> COMMAND.matcher(block.group(1)).results().forEach(commands::add));

    assertThat(commands).hasSizeGreaterThan(FEWEST_COMMANDS);
    try (TestDatabase database = Databases.migrated()) {
      Machine machine = new Machine(home).with("SUPABASE_DB_URL", Databases.url(database));
      machine.copy(ROOT.resolve("docs/examples/courses"), "courses");
      for (MatchResult command : commands) {
        assertThat(comparable(run(machine, command.group(1))))
            .as(command.group(1))
            .isEqualTo(comparable(command.group(2)));
      }
    }
  }

  private String run(Machine machine, String command) throws IOException {
    Path courses = home.resolve("courses");
    var append = APPEND.matcher(command);
    if (append.matches()) {
      Path file = courses.resolve(append.group(2));
      Files.writeString(file, append.group(1) + "\n", StandardOpenOption.APPEND);
      return "";
    }
    if (command.startsWith("diff ")) {
      assertThat(command).isEqualTo("diff -r -x .creatoros ~/courses ~/laptop && echo identical");
      assertThat(files(home.resolve("laptop"))).isEqualTo(files(courses));
      return "identical\n";
    }
    List<String> words = words(command);
    assertThat(words.get(0)).isEqualTo("creatoros");
    Machine.Ran ran = machine.runIn(courses, words.subList(1, words.size()).toArray(String[]::new));
    return ran.err() + ran.out();
  }

  private List<String> words(String command) {
    return WORD.matcher(command)
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .map(word -> word.startsWith("~/") ? home.resolve(word.substring(2)).toString() : word)
        .toList();
  }

  private static String comparable(String printed) {
    return TIME.matcher(printed).replaceAll("TIME").strip();
  }

  /** The files below a root, but for the workspace's state, with their bytes. */
  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(root)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString();
        if (!name.startsWith(".creatoros/")) {
          files.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return files;
  }
}
