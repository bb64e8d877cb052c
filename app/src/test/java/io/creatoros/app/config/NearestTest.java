package io.creatoros.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

  @Test
  void toShouldFindTheNameThatWasMeant() {
    assertThat(Nearest.to("datbase.ulr", Nearest.KEYS)).isEqualTo("database.url");
  }

  @Test
  void distanceShouldCountInsertedDeletedAndReplacedCharacters() {
    assertThat(
            List.of(
                Nearest.distance("same", "same"),
                Nearest.distance("", "abc"),
                Nearest.distance("kitten", "sitting")))
        .containsExactly(0, 3, 3);
  }
}
