package io.creatoros.core.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.testkit.InMemoryCourseMirror;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MirrorAdaptersTest {

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @TempDir private Path folder;

  @BeforeEach
  void lookIntoTheFolder() throws IOException {
    URL[] urls = {folder.toUri().toURL()};
    Thread.currentThread().setContextClassLoader(new URLClassLoader(urls, before));
  }

  @AfterEach
  void lookAsBefore() {
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void namedShouldBeEmptyWhenNoJarHasAnAdapter() {
    assertThat(MirrorAdapters.names()).isEmpty();
    assertThat(MirrorAdapters.named("pocket")).isEmpty();
  }

  @Test
  void namedShouldGiveTheAdapterOfThatName() throws IOException {
    service(Pocket.class.getName(), Shelf.class.getName());

    assertThat(MirrorAdapters.names()).containsExactly("pocket", "shelf");
    assertThat(MirrorAdapters.named("shelf")).containsInstanceOf(Shelf.class);
    assertThat(MirrorAdapters.named("Shelf")).isEmpty();
  }

  @Test
  void queriesShouldBeNoneWhenAnAdapterSaysNothingOfThem() {
    MirrorAdapter adapter = new Pocket();

    try (CourseMirror mirror = adapter.open(new MirrorAdapterSettings("p", Map.of()))) {
      assertThat(adapter.queries(mirror)).isEmpty();
    }
  }

  @Test
  void namesShouldFailWhenAnAdapterCannotBeLoaded() throws IOException {
    service("com.example.Nowhere");

    assertThatThrownBy(MirrorAdapters::names)
        .isInstanceOf(StorageRejectedException.class)
        .hasMessageContaining("com.example.Nowhere")
        .extracting(e -> ((StorageRejectedException) e).code())
        .isEqualTo("ADAPTER_BROKEN");
  }

  private void service(String... types) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(MirrorAdapter.class.getName()), String.join("\n", types) + "\n");
  }

  /** An adapter. */
  public static class Pocket implements MirrorAdapter {

    @Override
    public String name() {
      return "pocket";
    }

    @Override
    public CourseMirror open(MirrorAdapterSettings settings) {
      return new InMemoryCourseMirror();
    }
  }

  /** Another one. */
  public static final class Shelf extends Pocket {

    @Override
    public String name() {
      return "shelf";
    }
  }
}
