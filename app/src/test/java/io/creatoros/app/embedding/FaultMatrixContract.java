package io.creatoros.app.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.creatoros.app.cli.Machine;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.dualwrite.Persisted;
import io.creatoros.core.dualwrite.Persisted.WrittenFile;
import io.creatoros.core.verify.VerifyVerdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is wrong with the mirror, and whatever is written: the call returns, its files are
 * durable, its answer is the one that docs/embedding.md tells, and one sync makes good for it.
 *
 * <pre>
 *   a program for each method ──► files
 *                └──► a way of its own ──► server, with one thing wrong
 * </pre>
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class FaultMatrixContract {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final WriteMethod[] METHODS = WriteMethod.values();
  private static final FaultTable DOCUMENTED = FaultTable.read();

  private final ExecutorService atOnce = Executors.newFixedThreadPool(METHODS.length);
  @TempDir private Path folder;

  @AfterAll
  void stopThreads() {
    atOnce.shutdownNow();
  }

  /** A new server, with nothing wrong. */
  abstract ShakyServer server();

  /** What can be wrong with it. */
  abstract Stream<Fault> faults();

  @ParameterizedTest
  @MethodSource("faults")
  void everyWriteShouldEndAsDocumentedAndOneSyncMakeGoodWhen(Fault fault) {
    List<Program> programs = new ArrayList<>();
    try (ShakyServer server = server()) {
      fault.beforeOpening(server);
      programs.addAll(ofEach(method -> open(fault, server, method)));
      FaultTable.Row expected = DOCUMENTED.row(fault, programs.get(0).way());
      fault.strike(server);

      assertAll(ofEach(method -> write(fault, server, programs.get(method.ordinal()), expected)));
      assertThat(owed(fault, programs.get(WriteMethod.PERSIST_LESSON.ordinal())))
          .contains(expected.owed());

      programs.forEach(program -> program.way().heal());
      fault.mend(server);
      assertAll(ofEach(method -> makeGood(fault, programs.get(method.ordinal()))));
      programs.forEach(Program::close);
    }
  }

  private Program open(Fault fault, ShakyServer server, WriteMethod method) {
    Way way = server.way(method.name());
    fault.beforeOpening(way);
    Program program = new Program(folder.resolve(method.name()), way, fault::settings);
    fault.prepare(server, program);
    return program;
  }

  private static Executable write(
      Fault fault, ShakyServer server, Program program, FaultTable.Row expected) {
    WriteMethod method = WriteMethod.valueOf(program.project());
    fault.strike(server, program);
    Persisted answer = assertTimeoutPreemptively(PATIENCE, () -> program.call(method));
    return () -> {
      assertThat(FaultTable.Row.told(answer.mirror())).as("%s", method).isEqualTo(expected.told());
      assertDurable(program, method, answer);
    };
  }

  private static void assertDurable(Program program, WriteMethod method, Persisted answer)
      throws IOException {
    StringBuilder texts = new StringBuilder();
    assertThat(answer.files()).isNotEmpty().allMatch(WrittenFile::changed);
    for (WrittenFile file : answer.files()) {
      byte[] bytes = Files.readAllBytes(program.file(file.path()));
      assertThat(Sha256.of(bytes)).as("%s %s", method, file.path()).isEqualTo(file.hash());
      texts.append(new String(bytes, StandardCharsets.UTF_8));
    }
    assertThat(texts).contains(method.mark());
  }

  /** What a person is told meanwhile, by a command in the program's workspace. */
  private static String owed(Fault fault, Program program) {
    Machine machine =
        program
            .way()
            .lead(new Machine(program.workspace()))
            .with("CREATOROS_PROJECT", program.project())
            .with("CREATOROS_DATABASE_CONNECT_TIMEOUT", "2s")
            .with("CREATOROS_POSTGREST_TIMEOUT", "4s")
            .with("CREATOR_OS_DB_PERSIST", fault == SharedFault.SWITCHED_OFF ? "off" : "on");
    if (fault == SharedFault.NO_MIRROR) {
      machine.with("CREATOROS_MIRROR", "none");
    }
    Machine.Ran ran = machine.run("owed");
    return ran.out() + ran.err();
  }

  private static Executable makeGood(Fault fault, Program program) {
    program.restart();
    Set<VerifyVerdict> verdicts = program.verdictsAfterOneSync(fault.sync());
    return () -> assertThat(verdicts).as(program.project()).containsExactly(VerifyVerdict.EQUAL);
  }

  private <T> List<T> ofEach(Function<WriteMethod, T> work) {
    List<Future<T>> answers =
        Arrays.stream(METHODS).map(method -> atOnce.submit(() -> work.apply(method))).toList();
    return answers.stream().map(FaultMatrixContract::answer).toList();
  }

  private static <T> T answer(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
