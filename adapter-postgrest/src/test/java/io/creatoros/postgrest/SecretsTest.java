package io.creatoros.postgrest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretsTest {

  @Test
  void ownSecretsShouldBeHiddenWhereverTheyStand() {
    assertThat(new Secrets(List.of("s3cret")).hide("key s3cret, <s3cret>"))
        .isEqualTo("key ***, <***>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sb_secret_abc-DEF_1",
        "sb_publishable_abc",
        "eyJhbGciOiJIUzI1NiJ9.e30.a-b_c",
        "Bearer abc"
      })
  void whatLooksLikeASecretShouldBeHidden(String secret) {
    assertThat(new Secrets(List.of()).hide("bad " + secret + ", sorry"))
        .startsWith("bad ***")
        .doesNotContain("abc", "e30");
  }

  @Test
  void ordinaryWordsShouldStay() {
    String text = "permission denied for table courses, role \"sb\"";

    assertThat(new Secrets(List.of()).hide(text)).isEqualTo(text);
  }
}
