package io.creatoros.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.creatoros.app.config.AdapterConfig;
import io.creatoros.app.config.AppConfig;
import io.creatoros.app.session.Database;
import io.creatoros.app.session.EmbeddedControl;
import io.creatoros.app.session.SessionException;
import io.creatoros.core.adapter.MirrorAdapter;
import io.creatoros.core.adapter.MirrorAdapterSettings;
import io.creatoros.core.adapter.MirrorAdapters;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.members.ProjectMembers;
import io.creatoros.core.query.CourseQueries;

/** A mirror that somebody else's adapter opens. */
final class AdapterMirrorModule extends AbstractModule {

  private final AdapterConfig config;
  private final String project;

  AdapterMirrorModule(AppConfig config) {
    this.config = config.adapter();
    this.project = config.project();
  }

  @Provides
  @Singleton
  MirrorAdapter adapter() {
    return MirrorAdapters.named(config.name())
        .orElseThrow(
            () ->
                new SessionException(
                    SessionException.Kind.CONFIGURATION,
                    "ADAPTER_GONE",
                    "the mirror adapter " + config.name() + " is not on the class path any more",
                    "put its jar back on the class path"));
  }

  @Provides
  @Singleton
  @OfAdapter
  CourseMirror mirror(MirrorAdapter adapter) {
    return adapter.open(new MirrorAdapterSettings(project, config.values()));
  }

  @Provides
  @OfAdapter
  CourseQueries queries(MirrorAdapter adapter, @OfAdapter CourseMirror mirror) {
    return adapter
        .queries(mirror)
        .orElseThrow(() -> notOffered("QUERIES_NOT_OFFERED", "answers no questions to typed rows"));
  }

  @Provides
  @OfAdapter
  ProjectMembers members() {
    throw notOffered("MEMBERS_NOT_OFFERED", "keeps no members of projects");
  }

  @Provides
  Database database() {
    throw notOffered("DATABASE_NOT_OFFERED", "has no database that could be looked after");
  }

  @Provides
  EmbeddedControl embedded() {
    throw notOffered("NOT_EMBEDDED", "is no server that is ours to start or stop");
  }

  private SessionException notOffered(String code, String what) {
    return new SessionException(
        SessionException.Kind.USAGE,
        code,
        "the mirror adapter " + config.name() + " " + what,
        "creatoros config, or --set mirror=embedded");
  }
}
