package io.creatoros.app.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.creatoros.app.cli.Machine;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.dualwrite.Persisted;
import io.creatoros.core.dualwrite.Persisted.WrittenFile;
import io.creatoros.core.persist.CoursePersister;
import io.creatoros.core.verify.VerifyVerdict;
import io.creatoros.postgres.testkit.FaultProxy;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is wrong with the mirror, and whatever is written: the call returns, its files are
 * durable, its answer is the one that docs/embedding.md tells, and one sync makes good for it.
 *
 * <pre>
 *   a program for each method ──► files
 *                └──► proxy ──► database (real PostgreSQL), with one thing wrong
 * </pre>
 */
class FaultMatrixTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final WriteMethod[] METHODS = WriteMethod.values();

  private final ExecutorService atOnce = Executors.newFixedThreadPool(METHODS.length);
  private final FaultTable documented = FaultTable.read();
  @TempDir private Path folder;

  @AfterEach
  void stopThreads() {
    atOnce.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource
  void everyWriteShouldEndAsDocumentedAndOneSyncMakeGoodWhen(Fault fault) {
    FaultTable.Row expected = documented.row(fault);
    List<Program> programs = new ArrayList<>();
    try (ShakyServer server = new ShakyServer()) {
      fault.beforeOpening(server);
      programs.addAll(ofEach(method -> open(fault, server, method)));
      fault.strike(server);

      assertAll(ofEach(method -> write(fault, server, programs.get(method.ordinal()), expected)));
      assertThat(owed(fault, programs.get(WriteMethod.PERSIST_LESSON.ordinal())))
          .contains(expected.owed());

      programs.forEach(program -> program.proxy().heal());
      fault.mend(server);
      assertAll(ofEach(method -> makeGood(fault, programs.get(method.ordinal()))));
      programs.forEach(Program::close);
    }
  }

  @Test
  void documentationShouldTellOfTheseFaultsAndNoOther() {
    assertThat(documented.faults())
        .containsExactlyElementsOf(Stream.of(Fault.values()).map(Fault::words).toList());
  }

  @Test
  void everyMethodThatWritesShouldBeTried() {
    assertThat(
            Stream.of(CoursePersister.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getReturnType() == Persisted.class)
                .map(FaultMatrixTest::signature))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(METHODS).map(WriteMethod::signature).toList());
  }

  private Program open(Fault fault, ShakyServer server, WriteMethod method) {
    FaultProxy proxy = server.proxy();
    fault.beforeOpening(proxy);
    Program program =
        new Program(folder.resolve(method.name()), server.url(proxy), proxy, fault::settings);
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
    Machine.Ran ran =
        new Machine(program.workspace())
            .with("DATABASE_URL", program.url())
            .with("CREATOROS_PROJECT", program.project())
            .with("CREATOROS_MIRROR", fault == Fault.NO_MIRROR ? "none" : "postgres")
            .with("CREATOROS_DATABASE_CONNECT_TIMEOUT", "500ms")
            .with("CREATOR_OS_DB_PERSIST", fault == Fault.SWITCHED_OFF ? "off" : "on")
            .run("owed");
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
    return answers.stream().map(FaultMatrixTest::answer).toList();
  }

  private static <T> T answer(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String signature(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }
}
