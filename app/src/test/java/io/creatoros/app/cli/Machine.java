package io.creatoros.app.cli;

import io.creatoros.app.wiring.Application;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person's machine: a folder and an environment in which commands are run for real. */
public final class Machine {

  /**
   * What a command did.
   *
   * @param code the exit code
   * @param out what it printed on standard output
   * @param err what it printed on standard error
   */
  public record Ran(int code, String out, String err) {

    public Map<String, @Nullable Object> json() {
      return TestJson.object(out);
    }
  }

  private final Path folder;
  private final Map<String, String> variables = new HashMap<>();

  public Machine(Path folder) {
    this.folder = folder;
  }

  public Machine with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  public Path folder() {
    return folder;
  }

  /** Runs a command in the machine's folder. */
  public Ran run(String... arguments) {
    return runIn(folder, arguments);
  }

  /** Runs a command in the machine's folder with something on its standard input. */
  public Ran pipe(byte[] input, String... arguments) {
    return run(folder, new ByteArrayInputStream(input), arguments);
  }

  public Ran pipe(String input, String... arguments) {
    return pipe(input.getBytes(StandardCharsets.UTF_8), arguments);
  }

  public Ran runIn(Path current, String... arguments) {
    return run(current, InputStream.nullInputStream(), arguments);
  }

  private Ran run(Path current, InputStream in, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CliEnvironment environment =
        new CliEnvironment(
            in,
            new PrintWriter(out),
            new PrintWriter(err),
            false,
            false,
            variables,
            current,
            Application::open);
    int code = Cli.run(environment, arguments);
    return new Ran(code, out.toString(), err.toString());
  }

  /** Writes a file below the machine's folder. */
  public Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  public String read(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }

  public void delete(String path) throws IOException {
    Files.delete(folder.resolve(path));
  }

  /** Copies a folder into the machine's folder. */
  public void copy(Path source, String target) throws IOException {
    Files.walkFileTree(
        source,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path copy = folder.resolve(target).resolve(source.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
