package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Databases;
import io.creatoros.app.cli.Machine;
import io.creatoros.app.cli.TestJson;
import io.creatoros.postgres.testkit.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generators that store parts of one course in the same instant, each a process of its own.
 *
 * <pre>
 *   persist ─┐ (pipe)
 *   persist ─┼──► the same records ──► database (real PostgreSQL)
 *   persist ─┘
 * </pre>
 */
class ManyGeneratorsTest {

  private final TestDatabase database = Databases.migrated();
  private final List<Program> programs = new ArrayList<>();
  private final List<Path> pipes = new ArrayList<>();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    programs.forEach(Program::close);
    database.close();
  }

  @Test
  @Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
  void everyValueShouldBeKeptWhenProcessesWriteTheSameRecords() throws Exception {
    machine().write("courses/coffee/notes.md", "# Notes\n");
    startReading("brief courses/coffee --persona ana_prado");
    startReading("brief courses/coffee --persona-name Ana");
    startReading("lesson courses/coffee 1.1 --slug beans --fidelity 0.88");
    startReading("lesson courses/coffee 1.1 --slug beans --cost-usd 0.031");
    start("score courses/coffee --fidelity 0.93");
    start("score courses/coffee 2.1 --fidelity 0.91");

    feedAll("# Beans\n");

    for (Program program : programs) {
      assertThat(program.code()).as(program.out() + program.err()).isZero();
    }
    assertThat(machine().read("courses/coffee/lessons/1.1-beans.md")).isEqualTo("# Beans\n");
    assertThat(record("course"))
        .containsEntry("persona", "ana_prado")
        .containsEntry("personaName", "Ana")
        .containsEntry("voiceFidelity", "0.93");
    assertThat(record("1.1"))
        .containsEntry("voiceFidelity", "0.88")
        .containsEntry("generationCostUsd", "0.031");
    assertThat(record("2.1")).containsEntry("voiceFidelity", "0.91");
    assertMirrorEqual();
  }

  /** What was owed, since the others held the course, is sent at once. */
  private void assertMirrorEqual() {
    Machine.Ran synced = machine().run("sync", "courses");
    assertThat(synced.code()).as(synced.out() + synced.err()).isZero();
    Machine.Ran verified = machine().run("verify", "courses");
    assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
  }

  /** Starts a command that waits for its text at a pipe. */
  private void startReading(String line) throws Exception {
    Path pipe = folder.resolve("pipe-" + pipes.size());
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    pipes.add(pipe);
    start(line + " --file " + pipe.getFileName());
  }

  private void start(String line) throws IOException {
    programs.add(Program.start(folder, variables(), ("persist " + line).split(" ")));
  }

  /** A pipe opens when its process reads: once all do, all go on together. */
  private void feedAll(String text) throws IOException {
    List<OutputStream> feeds = new ArrayList<>();
    for (Path pipe : pipes) {
      feeds.add(Files.newOutputStream(pipe));
    }
    for (OutputStream feed : feeds) {
      feed.write(text.getBytes(StandardCharsets.UTF_8));
    }
    for (OutputStream feed : feeds) {
      feed.close();
    }
  }

  private Map<String, @Nullable Object> record(String name) throws IOException {
    return TestJson.object(machine().read("courses/coffee/.record/" + name + ".json"));
  }

  private Machine machine() {
    Machine machine = new Machine(folder);
    variables().forEach(machine::with);
    return machine;
  }

  private Map<String, String> variables() {
    return Map.of(
        "DATABASE_URL", Databases.url(database),
        "CREATOR_OS_DB_PERSIST", "on",
        "CREATOROS_LOCK_WAIT", "60s");
  }
}
