package io.creatoros.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RunAsTest {
  private static final List<Path> FOLDERS = List.of(Path.of("/home"), Path.of("/cache"));

  @Test
  void chooseShouldAddNothingWhenUserIsOrdinary() {
    RunAs runAs = RunAs.choose(1000, command -> true, FOLDERS);

    assertThat(runAs.command(List.of("initdb", "-D"))).containsExactly("initdb", "-D");
    assertThat(runAs.uid()).isEqualTo(1000);
  }

  @Test
  void chooseShouldEnterNamespaceWhenUserIsRoot() {
    RunAs runAs = RunAs.choose(0, command -> true, FOLDERS);

    assertThat(runAs.command(List.of("initdb"))).containsExactly("unshare", "-U", "initdb");
    assertThat(runAs.uid()).isZero();
  }

  @Test
  void chooseShouldBecomeNobodyWhenRootHasNoNamespaces() {
    RunAs runAs = RunAs.choose(0, command -> command.contains("setpriv"), FOLDERS);

    assertThat(runAs.command(List.of("initdb")))
        .containsExactly("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "initdb");
    assertThat(runAs.uid()).isEqualTo(65534);
  }

  @Test
  void chooseShouldLetNobodyPassWhenAFolderIsClosed() {
    Predicate<List<String>> works =
        command ->
            command.contains("setpriv")
                && (command.contains("--ambient-caps=+dac_override")
                    || !command.contains("/cache"));

    RunAs runAs = RunAs.choose(0, works, FOLDERS);

    assertThat(runAs.prefix()).startsWith("setpriv").contains("--ambient-caps=+dac_override");
    assertThat(runAs.uid()).isEqualTo(65534);
  }

  @Test
  void chooseShouldNameWhatIsMissingWhenRootHasNeither() {
    assertThatThrownBy(() -> RunAs.choose(0, command -> false, FOLDERS))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("EMBEDDED_ROOT")
        .hasMessageContaining("unshare")
        .hasMessageContaining("setpriv")
        .hasMessageContaining("/cache");
  }
}
