package io.creatoros.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddedSettingsTest {
  private static final Path USER = Path.of("/home/ana");

  @Test
  void fromShouldUseFoldersOfUserWhenNothingIsSet() {
    EmbeddedSettings settings = EmbeddedSettings.from(Map.of(), USER);

    assertThat(settings.home()).isEqualTo(USER.resolve(".local/share/creatoros/postgres-17"));
    assertThat(settings.cache()).isEqualTo(USER.resolve(".cache/creatoros"));
    assertThat(settings.patience()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void fromShouldUseXdgFoldersWhenTheyAreSet() {
    EmbeddedSettings settings =
        EmbeddedSettings.from(Map.of("XDG_DATA_HOME", "/data", "XDG_CACHE_HOME", "/cache"), USER);

    assertThat(settings.home()).isEqualTo(Path.of("/data/creatoros/postgres-17"));
    assertThat(settings.cache()).isEqualTo(Path.of("/cache/creatoros"));
  }

  @Test
  void fromShouldIgnoreXdgFoldersWhenTheyAreEmptyOrRelative() {
    assertThat(EmbeddedSettings.from(Map.of("XDG_DATA_HOME", "", "XDG_CACHE_HOME", "cache"), USER))
        .isEqualTo(EmbeddedSettings.from(Map.of(), USER));
  }

  @Test
  void settingsShouldBeRefusedWhenPatienceIsZero() {
    EmbeddedSettings settings = EmbeddedSettings.from(Map.of(), USER);

    assertThatThrownBy(() -> settings.withPatience(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
