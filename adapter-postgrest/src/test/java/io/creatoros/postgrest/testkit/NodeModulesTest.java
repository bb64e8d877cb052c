package io.creatoros.postgrest.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@RequiresPostgrest
final class NodeModulesTest {
  @ParameterizedTest
  @EnumSource
  void folderShouldHoldTheProgramsWeKnow(PostgrestVersion version) throws Exception {
    Path program = version.program(NodeModules.folder());

    assertThat(Sha256.of(Files.readAllBytes(program)).hex()).isEqualTo(version.sha256());
    assertThat(program).isExecutable();
  }

  @Test
  void installInShouldInstallOnce(@TempDir Path cache) throws Exception {
    Path first = NodeModules.installIn(cache);
    FileTime made = Files.getLastModifiedTime(first);

    Path second = NodeModules.installIn(cache);

    assertThat(second).isEqualTo(first).isDirectoryContaining("glob:**/@supabase");
    assertThat(Files.getLastModifiedTime(second)).isEqualTo(made);
  }

  @Test
  void unsupportedShouldNameThePlatformThatHasNoPrograms() {
    assertThat(NodeModules.unsupported("Mac OS X", "aarch64"))
        .contains("PostgREST's programs are for Linux on amd64; this is Mac OS X on aarch64");
    assertThat(NodeModules.unsupported("Linux", "amd64")).isEmpty();
  }
}
