package io.creatoros.app.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A project of somebody else's, compiled against what is published. */
final class SampleProject {

  /** Where the samples are. */
  static final Path SAMPLES = Path.of("../docs/examples");

  private static final Pattern NOT_PUBLISHED =
      Pattern.compile(
          ".*(test-classes|-tests\\.jar|[/\\\\](junit|archunit|assertj|opentest4j|apiguardian)-[^/\\\\]*)$");

  /** What the commands alone need, and programs do not get. */
  private static final Pattern OPTIONAL =
      Pattern.compile(".*[/\\\\](logback|picocli|(micrometer-registry-)?prometheus)-[^/\\\\]*$");

  private final Path folder;
  private final Path output;

  private SampleProject(Path folder, Path output) {
    this.folder = folder;
    this.output = output;
  }

  /** Compiles the sources of a project; warnings fail it. */
  static SampleProject compiled(String name, Path output) throws IOException {
    SampleProject project = new SampleProject(SAMPLES.resolve(name), output);
    project.compile("main", published());
    Path resources = project.folder.resolve("src/main/resources");
    if (Files.isDirectory(resources)) {
      for (Path file : files(resources)) {
        Path copy = output.resolve(resources.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return project;
  }

  /** The same with its tests, against the contract kit too. */
  SampleProject withTests() throws IOException {
    compile("test", Stream.concat(Stream.of(output), classPath()).toList());
    return this;
  }

  Path output() {
    return output;
  }

  /** The published modules and what they bring along. */
  static List<Path> published() {
    return classPath()
        .filter(entry -> !NOT_PUBLISHED.matcher(entry.toString()).matches())
        .filter(entry -> !OPTIONAL.matcher(entry.toString()).matches())
        .toList();
  }

  /** Runs a program as a process of its own, without a variable set, and gives what it printed. */
  static String run(List<Path> classPath, String type, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                joined(classPath),
                type));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LC_ALL"));
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  /** The Java files of all samples, as texts. */
  static List<String> sources() throws IOException {
    List<String> sources = new ArrayList<>();
    for (Path file : files(SAMPLES)) {
      if (file.toString().endsWith(".java")) {
        sources.add(Files.readString(file));
      }
    }
    return sources;
  }

  private void compile(String set, List<Path> classPath) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    Files.createDirectories(output);
    List<String> options =
        List.of(
            "-Xlint:all,-processing,-classfile",
            "-Werror",
            "-proc:none",
            "-d",
            output.toString(),
            "-cp",
            joined(classPath));
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean done =
          compiler
              .getTask(
                  problems,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(
                      files(folder.resolve("src/" + set + "/java"))))
              .call();
      assertThat(done).as(problems.toString()).isTrue();
    }
  }

  private static Stream<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of);
  }

  private static String joined(List<Path> paths) {
    return paths.stream()
        .map(path -> path.toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
