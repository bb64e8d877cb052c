package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Machine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a database that is reached by its URL, and in the one that comes along. */
class MembersTest extends MembersContract {

  private static final String BIA = "0b6a8d3c-58d1-4d5e-9a0b-7d1f6f3a2c41";

  @Test
  void databaseThatComesAlongShouldKeepMembersToo(@TempDir Path home) {
    Machine alone =
        new Machine(home).with("CREATOROS_EMBEDDED_HOME", home.resolve("server").toString());

    Machine.Ran added = alone.run("members", "add", BIA, "--role", "owner");
    Machine.Ran listed = alone.run("members", "list");

    assertThat(added.code()).as(added.err()).isZero();
    assertThat(listed.out()).containsPattern("owner +" + BIA + " +user");
  }
}
