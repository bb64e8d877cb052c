package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Machine;
import io.creatoros.postgres.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two machines that share a database.
 *
 * <pre>
 *   ana/courses ── commands ──┐
 *                             ├──► database (real PostgreSQL) ◄── mirror: a hand in the tables
 *   bia/courses ── commands ──┘
 * </pre>
 */
abstract class Scene {

  /** The folder that both machines synchronise. */
  static final String ROOT = "courses";

  final Route route = route();
  final TestDatabase database = route.database();
  final Mirror mirror = new Mirror(database);
  @TempDir private Path anasFolder;
  @TempDir private Path biasFolder;
  Machine ana = new Machine(Path.of(""));
  Machine bia = ana;

  /** How machines reach the database. */
  Route route() {
    return Route.direct();
  }

  @BeforeEach
  void setUpMachines() {
    ana = machine(anasFolder);
    bia = machine(biasFolder);
  }

  @AfterEach
  void dropDatabase() {
    route.close();
  }

  /** A course of four files on Ana's machine. */
  void writeCoffeeCourse() throws IOException {
    ana.write("courses/coffee/COURSE-BRIEF.md", "# Coffee\n");
    ana.write("courses/coffee/curriculum.yaml", "title: Coffee\n");
    ana.write("courses/coffee/lessons/1.1-beans.md", "beans\n");
    ana.write("courses/coffee/lessons/1.2-grind.md", "grind\n");
  }

  /** Synchronises on a machine and expects that all is equal then. */
  static void syncEqual(Machine machine, String... options) {
    Machine.Ran ran = sync(machine, options);

    assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
    assertThat(ran.out()).contains("EQUAL: ").doesNotContain("NOT EQUAL");
  }

  static Machine.Ran sync(Machine machine, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "sync";
    arguments[1] = ROOT;
    System.arraycopy(options, 0, arguments, 2, options.length);
    return machine.run(arguments);
  }

  /** Proves that folder and mirror are equal, and that a further run has nothing to do. */
  void assertSettled(Machine machine) {
    assertThat(machine.run("verify", ROOT).code()).isZero();
    var before = mirror.rowVersions();
    syncEqual(machine);
    assertThat(mirror.rowVersions()).isEqualTo(before);
  }

  static Path root(Machine machine) {
    return machine.folder().resolve(ROOT);
  }

  private Machine machine(Path folder) {
    return route.lead(new Machine(folder));
  }
}
