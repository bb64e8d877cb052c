package io.creatoros.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunAsTest {
  @Test
  void chooseShouldAddNothingWhenUserIsOrdinary() {
    RunAs runAs = RunAs.choose(1000, command -> true);

    assertThat(runAs.command(List.of("initdb", "-D"))).containsExactly("initdb", "-D");
    assertThat(runAs.uid()).isEqualTo(1000);
  }

  @Test
  void chooseShouldEnterNamespaceWhenUserIsRoot() {
    RunAs runAs = RunAs.choose(0, command -> true);

    assertThat(runAs.command(List.of("initdb"))).containsExactly("unshare", "-U", "initdb");
    assertThat(runAs.uid()).isZero();
  }

  @Test
  void chooseShouldBecomeNobodyWhenRootHasNoNamespaces() {
    RunAs runAs = RunAs.choose(0, command -> command.contains("setpriv"));

    assertThat(runAs.command(List.of("initdb")))
        .containsExactly("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "initdb");
    assertThat(runAs.uid()).isEqualTo(65534);
  }

  @Test
  void chooseShouldNameWhatIsMissingWhenRootHasNeither() {
    assertThatThrownBy(() -> RunAs.choose(0, command -> false))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("EMBEDDED_ROOT")
        .hasMessageContaining("unshare")
        .hasMessageContaining("setpriv");
  }
}
