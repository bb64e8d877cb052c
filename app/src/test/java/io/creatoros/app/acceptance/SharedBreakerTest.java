package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Commands of one workspace tell each other that their server does not answer.
 *
 * <pre>
 *   creatoros persist ─┐
 *   creatoros persist ─┼─► what the workspace remembers ─► a port that accepts, and says nothing
 *   creatoros persist ─┘
 * </pre>
 */
class SharedBreakerTest {

  private static final int COMMANDS = 20;
  private static final int FAILURES = 3;

  private final HangingServer server = new HangingServer();
  @TempDir private Path folder;
  private Machine machine = new Machine(Path.of(""));

  @BeforeEach
  void setUpMachine() {
    machine =
        new Machine(folder)
            .with("DATABASE_URL", "postgresql://u:p@127.0.0.1:" + server.port() + "/x")
            .with("CREATOR_OS_DB_PERSIST", "true")
            .with("CREATOROS_WRITE_BUDGET", "300ms");
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void laterCommandsShouldLeaveTheServerAloneWhenEarlierOnesFoundItHanging() throws IOException {
    List<String> reasons = new ArrayList<>();
    List<Integer> connections = new ArrayList<>();
    for (int lesson = 1; lesson <= COMMANDS; lesson++) {
      int before = server.connections();
      Machine.Ran ran = persist(lesson);
      assertThat(ran.code()).isZero();
      reasons.add(reason(ran));
      connections.add(server.connections() - before);
    }

    assertThat(reasons.subList(0, FAILURES)).containsOnly("TIMEOUT");
    assertThat(reasons.subList(FAILURES, COMMANDS)).contains("SUSPENDED");
    for (int command = 0; command < COMMANDS; command++) {
      if (reasons.get(command).equals("SUSPENDED")) {
        assertThat(connections.get(command)).as("probes of command %s", command).isLessThan(2);
      }
    }
    assertThat(connections).filteredOn(made -> made == 0).hasSizeGreaterThan(COMMANDS / 2);
    assertThat(Tree.hashes(folder.resolve("courses/coffee/lessons"))).hasSize(COMMANDS);
  }

  private Machine.Ran persist(int lesson) {
    return machine.pipe(
        "# A lesson\n\n" + lesson, "persist", "lesson", "courses/coffee", "1." + lesson, "--json");
  }

  private static String reason(Machine.Ran ran) {
    Map<?, ?> mirror = (Map<?, ?>) ran.json().get("mirror");
    return String.valueOf(mirror == null ? null : mirror.get("reason"));
  }
}
