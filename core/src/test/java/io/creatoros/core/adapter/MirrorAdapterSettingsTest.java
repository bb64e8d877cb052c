package io.creatoros.core.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.storage.StorageRejectedException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MirrorAdapterSettingsTest {

  private final MirrorAdapterSettings settings =
      new MirrorAdapterSettings("escola", Map.of("token", "c4nary", "folder", "c4nary too"));

  @Test
  void valueShouldBeAsWrittenOrEmpty() {
    assertThat(settings.value("token")).contains("c4nary");
    assertThat(settings.value("tokens")).isEmpty();
    assertThat(settings.required("folder")).isEqualTo("c4nary too");
  }

  @Test
  void requiredShouldNameTheKeyWhenItHasNoValue() {
    assertThatThrownBy(() -> settings.required("user"))
        .isInstanceOf(StorageRejectedException.class)
        .hasMessageContaining("adapter.user")
        .hasMessageNotContaining("c4nary")
        .extracting(e -> ((StorageRejectedException) e).code())
        .isEqualTo("ADAPTER_SETTING_MISSING");
  }

  @Test
  void toStringShouldNameKeysAndNoValue() {
    assertThat(settings)
        .hasToString(
            "MirrorAdapterSettings[project=escola, values={folder=********, token=********}]");
  }
}
