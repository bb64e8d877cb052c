package io.creatoros.app.wiring;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import io.creatoros.app.config.AppConfig;
import io.creatoros.app.config.MirrorKind;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.persist.CoursePersister;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.core.sync.Homes;
import io.creatoros.core.sync.Pauses;
import io.creatoros.core.sync.SyncListener;
import io.creatoros.core.sync.SyncOptions;
import io.creatoros.core.sync.SyncReport;
import io.creatoros.core.sync.SyncSettings;
import io.creatoros.core.sync.Synchronizer;
import io.creatoros.core.verify.Verification;
import io.creatoros.core.verify.VerificationLog;
import io.creatoros.core.verify.Verifier;
import io.creatoros.core.verify.VerifyListener;
import io.creatoros.core.verify.VerifyOptions;
import io.creatoros.core.verify.VerifySettings;
import io.creatoros.filesystem.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application as another program sees it. The mirror is opened when it is first needed. */
@Singleton
public final class Embedding implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Embedding.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final AppConfig config;
  private final WriteOptions options;
  private final Workspace workspace;
  private final CoursePersister persister;
  private final CourseQueries queries;
  private final Provider<Homes> homes;
  private final SyncSettings settings;
  private final VerificationLog verifications;
  private final Resources resources;

  @Inject
  Embedding(
      AppConfig config,
      WriteOptions options,
      Workspace workspace,
      @Opened CoursePersister persister,
      @Opened Provider<CourseQueries> queries,
      Provider<Homes> homes,
      SyncSettings settings,
      VerificationLog verifications,
      Resources resources) {
    this.config = config;
    this.options = options;
    this.workspace = workspace;
    this.persister = persister;
    this.queries = new LazyQueries(() -> Unwrapped.asStorage(queries::get));
    this.homes = homes;
    this.settings = settings;
    this.verifications = verifications;
    this.resources = resources;
  }

  /**
   * Opens the mirror if it is to be written. One that cannot be opened is logged, and opened later.
   *
   * @throws StorageSchemaException if it has another schema than the one needed; then everything is
   *     closed
   */
  public void connect() {
    if (config.mirror() == MirrorKind.NONE || !options.persist().getAsBoolean()) {
      return;
    }
    try {
      homes();
    } catch (StorageSchemaException e) {
      close();
      throw e;
    } catch (StorageException e) {
      LOG.atWarn()
          .addKeyValue("code", e.code())
          .log("{}: the mirror cannot be opened yet: {}", e.code(), e.getMessage());
    }
  }

  public Path root() {
    return workspace.root();
  }

  public CoursePersister persister() {
    return persister;
  }

  public CourseQueries queries() {
    return queries;
  }

  public SyncReport sync(Collection<CourseId> scopes, SyncOptions options) {
    return new Synchronizer(
            homes(), settings, SyncListener.SILENT, Pauses.jittered(FIRST_PAUSE, LONGEST_PAUSE))
        .sync(scopes, options);
  }

  public Verification verify(Collection<CourseId> scopes, VerifyOptions options) {
    Homes places = homes();
    return new Verifier(
            places.folders(),
            places.mirror(),
            verifications,
            VerifySettings.withLimit(config.sizeLimit()))
        .verify(places.courses(scopes), options, VerifyListener.SILENT);
  }

  private Homes homes() {
    return Unwrapped.asStorage(homes::get);
  }

  @Override
  public void close() {
    resources.close();
  }
}
