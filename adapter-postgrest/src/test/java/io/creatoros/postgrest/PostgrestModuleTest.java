package io.creatoros.postgrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.BindingAnnotation;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.ProvisionException;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;

final class PostgrestModuleTest extends ServedMirror {
  private static final PostgrestConfig NOWHERE = PostgrestConfig.of("http://127.0.0.1:1");

  @BindingAnnotation
  @Retention(RetentionPolicy.RUNTIME)
  @interface Mirrored {}

  PostgrestModuleTest() {
    super(PostgrestVersion.V12);
  }

  @Test
  void mirrorShouldBeOneThatIsOpenedWhenItIsAskedFor() {
    Injector injector = Guice.createInjector(new PostgrestModule(config()));

    try (CourseMirror opened = injector.getInstance(CourseMirror.class)) {
      assertThat(injector.getInstance(CourseMirror.class)).isSameAs(opened);
      assertThat(opened.courses()).isEmpty();
    }
  }

  @Test
  void mirrorShouldBeExposedUnderAQualifier() {
    Injector injector =
        Guice.createInjector(new PostgrestModule(config()).annotatedWith(Mirrored.class));

    try (CourseMirror opened = injector.getInstance(Key.get(CourseMirror.class, Mirrored.class))) {
      assertThat(opened.identity()).isEqualTo(mirror().identity());
    }
    assertThat(injector.getBindings()).doesNotContainKey(Key.get(CourseMirror.class));
  }

  @Test
  void failureShouldBeTheCause() {
    Injector nowhere = Guice.createInjector(new PostgrestModule(NOWHERE));

    assertThatThrownBy(() -> nowhere.getInstance(CourseMirror.class))
        .isInstanceOf(ProvisionException.class)
        .hasCauseInstanceOf(StorageUnavailableException.class);
  }
}
