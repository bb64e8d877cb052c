package io.creatoros.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents written by hand name is there: tests, files, headings and error codes. */
class DocumentsTest {

  private static final Path ROOT = Path.of("..");
  private static final Path GUARANTEES = ROOT.resolve("docs/guarantees.md");
  private static final Path ERRORS = ROOT.resolve("docs/errors.md");

  private static final int PROMISES = 15;
  private static final int FEWEST_TESTS = 60;
  private static final int FEWEST_CODES = 50;

  private static final Pattern TEST_NAME =
      Pattern.compile("`([A-Z]\\w*(?:Test|Contract))\\.(\\w+)`");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*)$");
  private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```");
  private static final Pattern CODE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");
  private static final Pattern CODE_EXPLAINED = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|");

  /** Strings in capitals that are no error codes: variables, results, scores, events of logs. */
  private static final Pattern NO_CODE =
      Pattern.compile(
          "CREATOROS_.*|CREATOR_OS_.*|SUPABASE_.*|XDG_.*|.*_URL|NO_COLOR|LC_ALL|JAVA_.*|NOT_EQUAL"
              + "|NO_EMPATHY|NO_OUTCOMES|NO_SUBSECTIONS|MIRROR_RESUMED");

  /** Codes that are found otherwise: of one word, or those of findings too. */
  private static final Set<String> OTHER_CODES =
      Set.of("INTERRUPTED", "LOCKED", "PROJECTION_FAILED", "UNEXPECTED", "USAGE");

  @Test
  void testsNamedByGuaranteesShouldExist() throws IOException {
    List<MatchResult> named = TEST_NAME.matcher(Files.readString(GUARANTEES)).results().toList();

    assertThat(named).hasSizeGreaterThan(FEWEST_TESTS);
    assertThat(named.stream().filter(test -> !exists(test.group(1), test.group(2))))
        .extracting(MatchResult::group)
        .isEmpty();
  }

  @Test
  void guaranteesShouldHoldEveryPromiseInOrder() throws IOException {
    List<String> headings =
        HEADING
            .matcher(Files.readString(GUARANTEES))
            .results()
            .map(heading -> heading.group(1).split("[ .:]")[0])
            .filter(word -> word.matches("G\\d+"))
            .toList();

    assertThat(headings)
        .isEqualTo(IntStream.rangeClosed(1, PROMISES).mapToObj(n -> "G" + n).toList());
  }

  @Test
  void linksShouldLeadToFilesAndHeadings() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      String text = FENCED.matcher(Files.readString(document)).replaceAll("");
      LINK.matcher(text)
          .results()
          .map(link -> link.group(1))
          .filter(target -> !target.matches("[a-z]+:.*"))
          .filter(target -> !leadsSomewhere(document, target))
          .forEach(target -> broken.add(document + " -> " + target));
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void everyErrorCodeShouldBeExplainedAndNoOther() throws IOException {
    Set<String> used =
        sources("main")
            .flatMap(file -> CODE.matcher(read(file)).results())
            .map(code -> code.group(1))
            .filter(code -> !NO_CODE.matcher(code).matches())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> explained =
        CODE_EXPLAINED
            .matcher(Files.readString(ERRORS))
            .results()
            .map(code -> code.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(used).hasSizeGreaterThan(FEWEST_CODES);
    used.addAll(OTHER_CODES);
    assertThat(explained)
        .as("the codes that docs/errors.md explains")
        .containsExactlyInAnyOrderElementsOf(used);
  }

  private static boolean exists(String type, String method) {
    try (Stream<Path> tests = sources("test")) {
      return tests
          .filter(file -> file.getFileName().toString().equals(type + ".java"))
          .anyMatch(file -> read(file).contains("void " + method + "("));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean leadsSomewhere(Path document, String target) {
    String[] parts = target.split("#", 2);
    Path file = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
    boolean there = Files.exists(file);
    return parts.length == 1 ? there : there && anchors(file).contains(parts[1]);
  }

  /** The names that a heading can be linked by. */
  private static Set<String> anchors(Path file) {
    return HEADING
        .matcher(FENCED.matcher(read(file)).replaceAll(""))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).strip())
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md")),
              docs.filter(file -> file.toString().endsWith(".md"))
                  .filter(file -> !file.startsWith(ROOT.resolve("docs/examples/courses"))))
          .toList();
    }
  }

  /** The Java files of all modules, of one source set. */
  private static Stream<Path> sources(String set) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path module : modules.toList()) {
        Path folder = module.resolve("src").resolve(set).resolve("java");
        if (Files.isDirectory(folder)) {
          try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
          }
        }
      }
    }
    return found.stream();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
