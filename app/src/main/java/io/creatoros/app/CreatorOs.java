package io.creatoros.app;

import io.creatoros.app.config.ConfigSources;
import io.creatoros.app.config.Configuration;
import io.creatoros.app.wiring.Application;
import io.creatoros.app.wiring.Embedding;
import io.creatoros.app.wiring.WriteOptions;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.dualwrite.MirrorFailureListener;
import io.creatoros.core.persist.CoursePersister;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.core.sync.SyncOptions;
import io.creatoros.core.sync.SyncReport;
import io.creatoros.core.verify.Verification;
import io.creatoros.core.verify.VerifyOptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * Course folders and their mirror, for programs that write courses.
 *
 * <pre>{@code
 * try (CreatorOs os = CreatorOs.open(Path.of("courses"))) {
 *   os.persister().persistLesson(new CourseId("coffee"), LessonDraft.of("1.2", text));
 * }
 * }</pre>
 *
 * <p>Configured like the commands: by {@code creatoros.yaml} and {@code .env} in the workspace, the
 * environment, and what the {@linkplain Builder builder} sets, which wins. Whether the mirror is
 * written is the setting {@code db-persist}, off unless something says otherwise.
 *
 * <p>Opening makes the workspace where there is none. It opens the mirror if that is to be written,
 * waiting as long as the settings of the mirror say; a mirror that cannot be opened is logged, and
 * calls answer OWED until it can be. May be used from several threads, and by several processes.
 */
public final class CreatorOs implements AutoCloseable {

  private final Embedding embedding;

  CreatorOs(Embedding embedding) {
    this.embedding = embedding;
  }

  /**
   * Opens a workspace as it is configured.
   *
   * @param workspace the root folder of the courses; made if it is not there
   * @throws io.creatoros.app.config.ConfigException naming every problem of the configuration
   * @throws io.creatoros.core.storage.StorageSchemaException if the mirror is to be written and has
   *     another schema than the one needed
   * @throws io.creatoros.core.storage.StorageRejectedException if the folder cannot be a workspace
   */
  public static CreatorOs open(Path workspace) {
    return builder().workspace(workspace).build();
  }

  /** Begins with the configuration of the workspace and the environment. */
  public static Builder builder() {
    return new Builder();
  }

  /** The root folder of the courses, without links. */
  public Path root() {
    return embedding.root();
  }

  /** Stores courses; closed with this. */
  public CoursePersister persister() {
    return embedding.persister();
  }

  /**
   * Questions to the typed rows of the mirror, which is opened by the first of them. They throw a
   * {@link io.creatoros.core.storage.StorageException}: with code {@code MIRROR_NONE} where nothing
   * is mirrored, {@code QUERIES_NOT_OFFERED} if the mirror answers none.
   */
  public CourseQueries queries() {
    return embedding.queries();
  }

  /**
   * Sends whatever all courses owe to the mirror, whether or not {@code db-persist} is on.
   *
   * @throws io.creatoros.core.storage.StorageException if the mirror cannot be opened or fails
   *     before any course is looked at; later failures are in the courses' reports
   */
  public SyncReport sync() {
    return sync(List.of(CourseId.ROOT), SyncOptions.PLAIN);
  }

  /** The same for the courses at or below some folders. */
  public SyncReport sync(Collection<CourseId> scopes, SyncOptions options) {
    return embedding.sync(scopes, options);
  }

  /**
   * Proves folders and mirror equal, for all courses, from the bytes on both sides.
   *
   * @throws io.creatoros.core.storage.StorageException if the mirror cannot be opened; later
   *     failures are in the courses' verdicts
   */
  public Verification verify() {
    return verify(List.of(CourseId.ROOT), VerifyOptions.PLAIN);
  }

  /** The same for the courses at or below some folders. */
  public Verification verify(Collection<CourseId> scopes, VerifyOptions options) {
    return embedding.verify(scopes, options);
  }

  /** Sends what is pending as far as time allows, then closes everything; again does nothing. */
  @Override
  public void close() {
    embedding.close();
  }

  /** How to open a workspace. Not for use by several threads. */
  public static final class Builder {

    private final Map<String, String> settings = new HashMap<>();
    private Optional<Path> workspace = Optional.empty();
    private Map<String, String> environment = System.getenv();
    private Optional<BooleanSupplier> persist = Optional.empty();
    private UnaryOperator<WriteOptions> options = UnaryOperator.identity();

    private Builder() {}

    /** The root folder of the courses; made if it is not there. Has to be given. */
    public Builder workspace(Path folder) {
      workspace = Optional.of(folder);
      return this;
    }

    /** Where courses are mirrored: {@code postgres}, {@code embedded}, {@code none}, an adapter. */
    public Builder mirror(String name) {
      return set("mirror", name);
    }

    /** The project that the courses belong to in the mirror. */
    public Builder project(String name) {
      return set("project", name);
    }

    /** Any setting, by its key in {@code creatoros.yaml}; wins over everything else. */
    public Builder set(String key, String value) {
      settings.put(key, value);
      return this;
    }

    /** Variables in place of those of the process. */
    public Builder environment(Map<String, String> variables) {
      environment = Map.copyOf(variables);
      return this;
    }

    /** Whether the mirror is written with the files. */
    public Builder persisting(boolean on) {
      return set("db-persist", on ? "on" : "off");
    }

    /** Whether the mirror is written with the files, asked at every call. */
    public Builder persisting(BooleanSupplier on) {
      persist = Optional.of(on);
      return this;
    }

    /** Keeps meters there; without it none are kept. Does not close it. */
    public Builder meters(MeterRegistry registry) {
      options = and(given -> given.withMeters(registry));
      return this;
    }

    /** Tells somebody of files that are not in the mirror; the log is told anyway. */
    public Builder onMirrorFailure(MirrorFailureListener listener) {
      options = and(given -> given.withListener(listener));
      return this;
    }

    /**
     * Reads the configuration, for programs that are wired by Guice.
     *
     * @throws io.creatoros.app.config.ConfigException naming every problem of the configuration
     */
    public CreatorOsModule module() {
      Path root =
          workspace
              .orElseThrow(() -> new IllegalStateException("no workspace was given"))
              .toAbsolutePath()
              .normalize();
      Configuration configuration =
          Configuration.load(new ConfigSources(settings, environment, root, root));
      BooleanSupplier on = persist.orElseGet(configuration::persistSwitch);
      return new CreatorOsModule(
          configuration.config(), root, options.apply(WriteOptions.persisting(on)));
    }

    /** Opens the workspace; throws what {@link CreatorOs#open} does. */
    public CreatorOs build() {
      return Application.instance(CreatorOs.class, module());
    }

    private UnaryOperator<WriteOptions> and(UnaryOperator<WriteOptions> more) {
      UnaryOperator<WriteOptions> before = options;
      return given -> more.apply(before.apply(given));
    }
  }
}
