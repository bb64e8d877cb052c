package io.creatoros.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.BindingAnnotation;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.members.ProjectMembers;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.postgres.embedded.DisposableServer;
import io.creatoros.postgres.embedded.EmbeddedServer;
import io.creatoros.postgres.embedded.EmbeddedSettings;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgres.testkit.TestPostgres;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The modules for programs that wire themselves. */
class MirrorModuleTest {

  private static final PostgresConfig NOWHERE = PostgresConfig.of("postgresql://127.0.0.1:1/x");

  @BindingAnnotation
  @Retention(RetentionPolicy.RUNTIME)
  @interface Mirrored {}

  @TempDir private Path home;

  @Test
  void modulesShouldExposeTheirPortsAndNothingElse() {
    Set<Key<?>> ports =
        Set.of(
            Key.get(CourseMirror.class),
            Key.get(CourseQueries.class),
            Key.get(ProjectMembers.class));

    assertThat(bound(new PostgresModule(NOWHERE))).isEqualTo(ports);
    assertThat(bound(embedded())).isEqualTo(ports);
  }

  @Test
  void modulesShouldExposeTheirPortsUnderAQualifier() {
    Set<Key<?>> ports =
        Set.of(
            Key.get(CourseMirror.class, Mirrored.class),
            Key.get(CourseQueries.class, Mirrored.class),
            Key.get(ProjectMembers.class, Mirrored.class));

    assertThat(bound(new PostgresModule(NOWHERE).annotatedWith(Mirrored.class))).isEqualTo(ports);
    assertThat(bound(embedded().annotatedWith(Mirrored.class))).isEqualTo(ports);
  }

  @Test
  void portsShouldBeOfOneMirrorThatIsOpenedWhenItIsAskedFor() {
    try (TestDatabase database = MigratedDatabase.fresh()) {
      Injector injector =
          Guice.createInjector(new PostgresModule(MigratedDatabase.config(database)));

      try (CourseMirror mirror = injector.getInstance(CourseMirror.class)) {
        assertThat(injector.getInstance(CourseMirror.class)).isSameAs(mirror);
        assertThat(injector.getInstance(CourseQueries.class).courses()).isEmpty();
      }
      assertThatThrownBy(() -> injector.getInstance(CourseQueries.class).courses())
          .as("closing the mirror closed all")
          .isNotNull();
    }
  }

  @Test
  void failureShouldBeTheCauseAndOpeningBeTriedAgain() {
    Injector nowhere = Guice.createInjector(new PostgresModule(NOWHERE));
    assertThatThrownBy(() -> nowhere.getInstance(CourseMirror.class))
        .isInstanceOf(ProvisionException.class)
        .hasCauseInstanceOf(StorageUnavailableException.class);

    try (TestDatabase bare = TestPostgres.freshDatabase()) {
      PostgresConfig config = MigratedDatabase.config(bare);
      Injector injector = Guice.createInjector(new PostgresModule(config));
      assertThatThrownBy(() -> injector.getInstance(CourseMirror.class))
          .hasCauseInstanceOf(StorageSchemaException.class);
      PostgresSchema.migrate(config);
      try (CourseMirror mirror = injector.getInstance(CourseMirror.class)) {
        assertThat(mirror.courses()).isEmpty();
      }
    }
  }

  @Test
  void embeddedServerShouldBeStartedMigratedAndGivenBack() {
    EmbeddedSettings settings = DisposableServer.settings(home.resolve("postgres"));
    Injector injector =
        Guice.createInjector(
            new EmbeddedPostgresModule(settings, server -> server.withProject("escola")));
    assertThat(EmbeddedServer.at(settings).status().running()).isFalse();

    try (CourseMirror mirror = injector.getInstance(CourseMirror.class)) {
      assertThat(mirror.courses()).isEmpty();
      assertThat(EmbeddedServer.at(settings).status().running()).isTrue();
    }

    assertThat(EmbeddedServer.at(settings).status().running()).isFalse();
  }

  private EmbeddedPostgresModule embedded() {
    return new EmbeddedPostgresModule(
        EmbeddedSettings.defaults().withHome(home.resolve("postgres")), server -> server);
  }

  private static Set<Key<?>> bound(Module module) {
    return Guice.createInjector(module).getBindings().keySet().stream()
        .filter(key -> key.getTypeLiteral().getRawType().getName().startsWith("io.creatoros"))
        .collect(Collectors.toSet());
  }
}
