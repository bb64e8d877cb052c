package io.creatoros.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.BindingAnnotation;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import io.creatoros.core.compare.Bases;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.sync.Lanes;
import io.creatoros.core.verify.VerificationLog;
import io.creatoros.testkit.InMemoryCourseMirror;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesystemModuleTest {

  private static final Set<Class<?>> PORTS =
      Set.of(CourseFolders.class, Bases.class, Lanes.class, VerificationLog.class);

  @BindingAnnotation
  @Retention(RetentionPolicy.RUNTIME)
  @interface Primary {}

  @TempDir private Path root;

  @Test
  void moduleShouldExposeItsPortsAndNothingElse() {
    Injector injector = Guice.createInjector(needs(), new FilesystemModule(config()));

    assertThat(bound(injector)).isEqualTo(PORTS.stream().map(Key::get).collect(Collectors.toSet()));
    PORTS.forEach(port -> assertThat(injector.getInstance(port)).isInstanceOf(port));
  }

  @Test
  void moduleShouldExposeItsPortsUnderAQualifier() {
    Injector injector =
        Guice.createInjector(needs(), new FilesystemModule(config()).annotatedWith(Primary.class));

    assertThat(bound(injector))
        .isEqualTo(
            PORTS.stream().map(port -> Key.get(port, Primary.class)).collect(Collectors.toSet()));
  }

  @Test
  void foldersShouldBeToldApartAsConfigured() throws IOException {
    Files.createDirectories(root.resolve("oficinas/a"));
    Files.writeString(root.resolve("oficinas/a/b.md"), "b");
    FilesystemConfig config =
        new FilesystemConfig("default", List.of(), List.of("oficinas/*"), "test");

    CourseFolders folders =
        Guice.createInjector(needs(), new FilesystemModule(config))
            .getInstance(CourseFolders.class);

    assertThat(folders.courses()).containsExactly(new CourseId("oficinas/a"));
  }

  @Test
  void moduleShouldSayWhatItNeeds() {
    assertThatThrownBy(() -> Guice.createInjector(new FilesystemModule(config())))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("Workspace")
        .hasMessageContaining("CourseMirror");
  }

  private static FilesystemConfig config() {
    return FilesystemConfig.of("default", "test");
  }

  private Module needs() {
    return binder -> {
      binder.bind(Workspace.class).toInstance(Workspace.init(root));
      binder.bind(CourseMirror.class).toInstance(new InMemoryCourseMirror());
    };
  }

  private static Set<Key<?>> bound(Injector injector) {
    return injector.getBindings().keySet().stream()
        .filter(key -> key.getTypeLiteral().getRawType().getName().startsWith("io.creatoros"))
        .filter(key -> !key.equals(Key.get(Workspace.class)))
        .filter(key -> !key.equals(Key.get(CourseMirror.class)))
        .collect(Collectors.toSet());
  }
}
