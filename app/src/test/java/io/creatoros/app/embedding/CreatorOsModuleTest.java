package io.creatoros.app.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import io.creatoros.app.CreatorOs;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.dualwrite.MirrorOutcome;
import io.creatoros.core.persist.CoursePersister;
import io.creatoros.core.persist.LessonDraft;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgres.testkit.TestPostgres;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program that is wired by Guice gets. */
class CreatorOsModuleTest {

  @TempDir private Path home;

  @Test
  void injectorShouldHoldThreeThingsAndNoPartOfThem() {
    Injector injector = Guice.createInjector(builder().mirror("none").module());

    Set<Key<?>> bound =
        injector.getBindings().keySet().stream()
            .filter(key -> !key.getTypeLiteral().getRawType().getName().startsWith("com.google"))
            .filter(key -> !key.getTypeLiteral().getRawType().getName().startsWith("java."))
            .collect(Collectors.toSet());

    assertThat(bound)
        .isEqualTo(
            Set.of(
                Key.get(CreatorOs.class),
                Key.get(CoursePersister.class),
                Key.get(CourseQueries.class)));
  }

  @Test
  void configuringShouldOpenNothing() {
    Guice.createInjector(
        Stage.DEVELOPMENT,
        builder().set("database.url", "postgresql://nowhere.invalid/x").module());

    assertThat(home.resolve("courses")).doesNotExist();
  }

  @Test
  void partsShouldBeThoseOfTheHandle() {
    Injector injector = Guice.createInjector(builder().mirror("pocket").module());

    try (CreatorOs creatorOs = injector.getInstance(CreatorOs.class)) {
      assertThat(injector.getInstance(CreatorOs.class)).isSameAs(creatorOs);
      assertThat(injector.getInstance(CoursePersister.class)).isSameAs(creatorOs.persister());
      assertThat(injector.getInstance(CourseQueries.class)).isSameAs(creatorOs.queries());
      assertThat(
              injector
                  .getInstance(CoursePersister.class)
                  .persistLesson(new CourseId("coffee"), LessonDraft.of("1.1", "# Beans\n"))
                  .mirror())
          .isEqualTo(new MirrorOutcome.Applied(1));
    }
  }

  @Test
  void injectingShouldFailWhenTheMirrorHasNoSchema() {
    try (TestDatabase bare = TestPostgres.freshDatabase()) {
      Injector injector =
          Guice.createInjector(builder().set("database.url", Urls.of(bare)).module());

      assertThatThrownBy(() -> injector.getInstance(CoursePersister.class))
          .isInstanceOf(ProvisionException.class)
          .hasRootCauseInstanceOf(StorageSchemaException.class);
    }
  }

  private CreatorOs.Builder builder() {
    return CreatorOs.builder()
        .workspace(home.resolve("courses"))
        .environment(Map.of())
        .set("write-budget", "60s")
        .persisting(true);
  }
}
