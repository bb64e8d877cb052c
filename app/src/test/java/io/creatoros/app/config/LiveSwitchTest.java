package io.creatoros.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSwitchTest {

  @TempDir private Path root;

  @Test
  void switchShouldBeOffWhenNothingIsSet() {
    assertThat(opened(Map.of()).getAsBoolean()).isFalse();
  }

  @Test
  void switchShouldFollowTheFileAsItChanges() throws IOException {
    BooleanSupplier persist = opened(Map.of());

    file("db-persist: on\n");
    assertThat(persist.getAsBoolean()).isTrue();
    file("db-persist: off\n");
    assertThat(persist.getAsBoolean()).isFalse();
    file("db-persist: true\n");
    assertThat(persist.getAsBoolean()).isTrue();
    Files.delete(root.resolve("creatoros.yaml"));
    assertThat(persist.getAsBoolean()).isFalse();
  }

  @Test
  void switchShouldFollowDotEnvWhichWinsOverTheFile() throws IOException {
    file("db-persist: off\n");
    BooleanSupplier persist = opened(Map.of());

    Files.writeString(root.resolve(".env"), "CREATOR_OS_DB_PERSIST=true\n");

    assertThat(persist.getAsBoolean()).isTrue();
  }

  @Test
  void switchShouldStayWhenTheEnvironmentDecides() throws IOException {
    BooleanSupplier persist = opened(Map.of("CREATOR_OS_DB_PERSIST", "true"));

    file("db-persist: off\n");

    assertThat(persist.getAsBoolean()).isTrue();
  }

  @Test
  void switchShouldStayWhenTheFileCannotBeUnderstood() throws IOException {
    file("db-persist: on\n");
    BooleanSupplier persist = opened(Map.of());

    file("db-persist: perhaps\n");
    assertThat(persist.getAsBoolean()).isTrue();
    file("db-persist: [off\n");
    assertThat(persist.getAsBoolean()).isTrue();
    file("db-persist: off # at last\n");
    assertThat(persist.getAsBoolean()).isFalse();
  }

  private BooleanSupplier opened(Map<String, String> environment) {
    return Configuration.load(new ConfigSources(Map.of(), environment, root, root)).persistSwitch();
  }

  private void file(String text) throws IOException {
    Files.writeString(root.resolve("creatoros.yaml"), text);
  }
}
