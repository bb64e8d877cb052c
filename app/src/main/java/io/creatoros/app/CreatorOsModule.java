package io.creatoros.app;

import com.google.inject.PrivateModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.creatoros.app.config.AppConfig;
import io.creatoros.app.wiring.Application;
import io.creatoros.app.wiring.Embedding;
import io.creatoros.app.wiring.WriteOptions;
import io.creatoros.core.persist.CoursePersister;
import io.creatoros.core.query.CourseQueries;
import java.nio.file.Path;

/**
 * Binds everything that a program needs to write courses, as it is configured; made by {@link
 * CreatorOs.Builder#module()}.
 *
 * <p>Needs nothing, and opens nothing while it is configured. Exposes {@link CreatorOs}, which
 * synchronises, verifies, and closes all there is: Guice closes nothing, so the program has to; and
 * its {@link CoursePersister} and {@link CourseQueries}. All are singletons. Where the mirror has
 * another schema than the one needed, injecting any of them fails with a {@link
 * io.creatoros.core.storage.StorageSchemaException} as the cause; no other failure of a mirror
 * shows there.
 */
public final class CreatorOsModule extends PrivateModule {

  private final AppConfig config;
  private final Path workspace;
  private final WriteOptions options;

  CreatorOsModule(AppConfig config, Path workspace, WriteOptions options) {
    this.config = config;
    this.workspace = workspace;
    this.options = options;
  }

  @Override
  protected void configure() {
    install(Application.modules(config, workspace, options));
    expose(CreatorOs.class);
    expose(CoursePersister.class);
    expose(CourseQueries.class);
  }

  @Provides
  @Singleton
  CreatorOs creatorOs(Embedding embedding) {
    embedding.connect();
    return new CreatorOs(embedding);
  }

  @Provides
  CoursePersister persister(CreatorOs creatorOs) {
    return creatorOs.persister();
  }

  @Provides
  CourseQueries queries(CreatorOs creatorOs) {
    return creatorOs.queries();
  }
}
