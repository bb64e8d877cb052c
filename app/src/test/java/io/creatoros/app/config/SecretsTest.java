package io.creatoros.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  @ParameterizedTest
  @CsvSource({
    "postgresql://u:hunter2@h:5432/d?sslmode=require,"
        + " postgresql://u:********@h:5432/d?sslmode=require",
    "postgresql://u@h/d, postgresql://u@h/d",
    "postgresql://h/d, postgresql://h/d",
    "jdbc:postgresql://h/d?user=u&password=hunter2&ssl=true,"
        + " jdbc:postgresql://h/d?user=u&password=********&ssl=true",
    "postgresql://u:hun@ter2@h/d, postgresql://u:********@h/d",
  })
  void maskUrlShouldKeepWhatIsNoSecret(String url, String masked) {
    assertThat(Secrets.maskUrl(url)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://u:hun/hunter2@h/d",
        "postgresql://u:hun#hunter2@h/d",
        "postgresql://u:hun?hunter2@h/d",
        "postgresql://u:a@hunter2@h/d",
        "jdbc:postgresql://h/d?sslpassword=hunter2",
        "jdbc:postgresql://h/d?PASSWORD=hunter2",
        "u:hunter2@h/d"
      })
  void maskUrlShouldHideTheSecretWhenTheUrlIsStrange(String url) {
    assertThat(Secrets.maskUrl(url)).doesNotContain("hunter2");
  }
}
