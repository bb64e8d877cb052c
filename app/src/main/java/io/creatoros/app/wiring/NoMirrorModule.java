package io.creatoros.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.creatoros.app.session.Database;
import io.creatoros.app.session.EmbeddedControl;
import io.creatoros.app.session.SessionException;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.members.ProjectMembers;
import io.creatoros.core.query.CourseQueries;

/** No mirror at all. */
final class NoMirrorModule extends AbstractModule {

  @Provides
  @OfAdapter
  CourseMirror mirror() {
    throw none();
  }

  @Provides
  @OfAdapter
  CourseQueries queries() {
    throw none();
  }

  @Provides
  @OfAdapter
  ProjectMembers members() {
    throw none();
  }

  @Provides
  Database database() {
    throw none();
  }

  @Provides
  EmbeddedControl embedded() {
    throw none();
  }

  private static SessionException none() {
    return new SessionException(
        SessionException.Kind.CONFIGURATION,
        "MIRROR_NONE",
        "the configuration says that courses are not mirrored (mirror: none)",
        "repeat the command with --set mirror=embedded");
  }
}
