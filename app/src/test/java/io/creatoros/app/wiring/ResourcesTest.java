package io.creatoros.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourcesTest {

  private final Resources resources = new Resources();
  private final List<String> closed = new ArrayList<>();

  @Test
  void closeShouldCloseTheLastFirstAndOnce() {
    resources.onClose(() -> closed.add("first"));
    resources.onClose(() -> closed.add("second"));

    resources.close();
    resources.close();

    assertThat(closed).containsExactly("second", "first");
  }

  @Test
  void closeShouldCloseWritersBeforeThePlacesTheyWriteTo() {
    resources.onCloseFirst(() -> closed.add("guard"));
    resources.onCloseFirst(() -> closed.add("writer"));
    resources.onClose(() -> closed.add("place opened later"));

    resources.close();

    assertThat(closed).containsExactly("writer", "guard", "place opened later");
  }

  @Test
  void closeShouldClosePlacesThatWritersOpenWhileTheyAreClosed() {
    resources.onCloseFirst(() -> resources.onClose(() -> closed.add("place")));

    resources.close();

    assertThat(closed).containsExactly("place");
  }

  @Test
  void placeShouldBeClosedAtOnceWhenItIsOpenedAfterTheEnd() {
    resources.close();

    resources.onClose(() -> closed.add("place"));
    resources.onCloseFirst(() -> closed.add("writer"));

    assertThat(closed).containsExactly("place", "writer");
  }

  @Test
  void closeShouldCloseTheRestWhenOneFails() {
    resources.onClose(() -> closed.add("first"));
    resources.onClose(
        () -> {
          throw new IllegalStateException("broken");
        });

    assertThatThrownBy(resources::close).hasMessage("broken");

    assertThat(closed).containsExactly("first");
  }

  @Test
  void closeShouldCloseUndisturbedWhenTheCommandWasInterrupted() {
    resources.onClose(() -> closed.add(String.valueOf(Thread.currentThread().isInterrupted())));
    Thread.currentThread().interrupt();

    resources.close();

    assertThat(closed).containsExactly("false");
    assertThat(Thread.interrupted()).isTrue();
  }
}
