package io.creatoros.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, in a tree of its own with stand-ins for Maven and Java that say what they get. */
class LauncherTest {

  private static final String JAVA =
      """
      #!/usr/bin/env bash
      for argument in "$@"; do
        case "$argument" in
          -XX:ArchiveClassesAtExit=*) echo archive >"${argument#*=}"; echo train >>"$LOG"; exit 0 ;;
        esac
      done
      printf 'arg %s\\n' "$@"
      echo "charmap $(locale charmap)"
      echo "folder $PWD"
      exit "${EXIT:-0}"
      """;
  private static final String MAVEN =
      """
      #!/usr/bin/env bash
      echo build >>"$LOG"
      echo "noise from maven"
      [ -z "${BREAK:-}" ] || exit 1
      echo jar >app/target/creatoros.jar
      """;

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();

  private record Ran(int code, String out, String err) {}

  @BeforeEach
  void makeATree() throws IOException {
    script("home/app/bin/creatoros", Files.readString(Path.of("bin/creatoros")));
    script("jdk/bin/java", JAVA);
    write("jdk/release", "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.9\"\n");
    script("tools/mvn", MAVEN);
    write("home/pom.xml", "<project/>");
    write("home/app/pom.xml", "<project/>");
    write("home/app/src/main/java/Main.java", "class Main {}");
    environment.put("JAVA_HOME", folder.resolve("jdk").toString());
    environment.put("PATH", folder.resolve("tools") + ":" + System.getenv("PATH"));
    environment.put("LOG", folder.resolve("log").toString());
    environment.put("LC_ALL", "C");
  }

  @Test
  void launcherShouldBuildOnceAndKeepDataApart() throws Exception {
    Ran first = run("status", "--json");
    Ran second = run("status", "--json");

    assertThat(first.err()).hasLineCount(1).contains("building");
    assertThat(first.out()).contains("arg status", "arg --json").doesNotContain("noise");
    assertThat(second.err()).isEmpty();
    assertThat(log()).containsExactly("build", "train");
  }

  @Test
  void launcherShouldBuildAgainWhenASourceIsNewer() throws Exception {
    run("status");
    Path source = folder.resolve("home/app/src/main/java/Main.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

    Ran ran = run("status");

    assertThat(ran.err()).contains("building");
    assertThat(log()).containsExactly("build", "train", "build", "train");
  }

  @Test
  void launcherShouldBuildOnceWhenSeveralStartAtOnce() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      processes.add(start(folder, "status"));
    }

    for (Process process : processes) {
      assertThat(process.waitFor()).isZero();
    }
    assertThat(log()).containsExactly("build", "train");
  }

  @Test
  void launcherShouldShowWhatMavenSaidWhenTheBuildFails() throws Exception {
    environment.put("BREAK", "yes");

    Ran ran = run("status");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("noise from maven", "error BUILD_FAILED:", "next: mvn");
  }

  @Test
  void launcherShouldPassOnArgumentsFolderAndExitCode() throws Exception {
    environment.put("EXIT", "22");
    Path current = Files.createDirectory(folder.resolve("a folder"));

    Ran ran = read(start(current, "sync", "ação e pão", "*"));

    assertThat(ran.code()).isEqualTo(22);
    assertThat(ran.out()).contains("arg ação e pão\narg *\n", "folder " + current.toRealPath());
  }

  @Test
  void launcherShouldSetAUtf8LocaleWhenThereIsNone() throws Exception {
    assertThat(run("status").out()).contains("charmap UTF-8", "-Dsun.jnu.encoding=UTF-8");
  }

  @Test
  void launcherShouldUseTheFirstTierCompilerUnlessToldOtherwise() throws Exception {
    assertThat(run("sync").out()).contains("arg -Xmx256m", "arg -XX:TieredStopAtLevel=1");
  }

  @Test
  void launcherShouldFindItselfWhenItIsCalledThroughLinks() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("home/app/bin/creatoros"));
    Path second = Files.createSymbolicLink(folder.resolve("tools/creatoros"), link);

    Ran ran = read(process(List.of(second.toString(), "--version"), folder).start());

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("home/app/target/creatoros.jar");
  }

  @Test
  void launcherShouldSayWhatIsNeededWhenJavaIsTooOld() throws Exception {
    write("jdk/release", "JAVA_VERSION=\"1.8.0_392\"\n");

    Ran ran = run("status");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).contains("error JAVA_TOO_OLD:", "is Java 1;", "next: set JAVA_HOME");
  }

  @Test
  void launcherShouldSayWhatIsWrongWhenJavaHomeHoldsNoJava() throws Exception {
    environment.put("JAVA_HOME", folder.resolve("absent").toString());

    Ran ran = run("status");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).contains("error JAVA_MISSING:", "next:");
  }

  private Ran run(String... arguments) throws Exception {
    return read(start(folder, arguments));
  }

  private Process start(Path current, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(folder.resolve("home/app/bin/creatoros").toString());
    command.addAll(List.of(arguments));
    return process(command, current).start();
  }

  private ProcessBuilder process(List<String> command, Path current) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(current.toFile());
    builder.environment().putAll(environment);
    builder.environment().remove("CREATOROS_JAVA_OPTS");
    builder.redirectError(Files.createTempFile(folder, "err", ".txt").toFile());
    return builder;
  }

  private Ran read(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    StringBuilder err = new StringBuilder();
    try (var files = Files.newDirectoryStream(folder, "err*.txt")) {
      for (Path file : files) {
        err.append(Files.readString(file));
        Files.delete(file);
      }
    }
    return new Ran(code, out, err.toString());
  }

  private List<String> log() throws IOException {
    return Files.readAllLines(folder.resolve("log"));
  }

  private void script(String path, String text) throws IOException {
    write(path, text);
    assertThat(folder.resolve(path).toFile().setExecutable(true)).isTrue();
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
