package io.creatoros.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownReferencesTest {

  private final List<Map<String, String>> made = new ArrayList<>();
  private final KnownReferences references = new KnownReferences(made::add);

  @Test
  void onlyWhatIsNotKnownShouldBeMadeKnown() {
    references.add(Map.of());
    references.add(Map.of());
    references.add(Map.of("ana", "Ana"));
    references.add(Map.of("ana", "Ana", "rui", "Rui"));

    assertThat(made).containsExactly(Map.of(), Map.of("ana", "Ana"), Map.of("rui", "Rui"));
  }

  @Test
  void whatWasForgottenShouldBeMadeKnownAgain() {
    references.add(Map.of("ana", "Ana"));
    references.forget();
    references.add(Map.of());
    references.add(Map.of("ana", "Ana"));

    assertThat(made).containsExactly(Map.of("ana", "Ana"), Map.of(), Map.of("ana", "Ana"));
  }

  @Test
  void whatFailedShouldNotCountAsKnown() {
    KnownReferences failing =
        new KnownReferences(
            named -> {
              made.add(named);
              throw new IllegalStateException();
            });
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> failing.add(Map.of("ana", "Ana")))
          .isInstanceOf(IllegalStateException.class);
    }

    assertThat(made).hasSize(2);
  }
}
