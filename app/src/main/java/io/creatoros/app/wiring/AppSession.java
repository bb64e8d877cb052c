package io.creatoros.app.wiring;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Stage;
import io.creatoros.app.config.AppConfig;
import io.creatoros.app.config.Configuration;
import io.creatoros.app.config.MirrorKind;
import io.creatoros.app.session.Database;
import io.creatoros.app.session.EmbeddedControl;
import io.creatoros.app.session.Session;
import io.creatoros.app.session.SessionException;
import io.creatoros.app.session.SessionRequest;
import io.creatoros.core.compare.Bases;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.members.ProjectMembers;
import io.creatoros.core.persist.CoursePersister;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.core.sync.ArtifactRef;
import io.creatoros.core.sync.Homes;
import io.creatoros.core.verify.VerificationLog;
import io.creatoros.core.verify.VerifiedAt;
import io.creatoros.filesystem.Selection;
import io.creatoros.filesystem.Workspace;
import io.creatoros.filesystem.WorkspacePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The application as one command sees it. The injector is made when it is first needed. */
final class AppSession implements Session {

  /** A command is one of many that may run at once. */
  private static final int MOST_CONNECTIONS = 2;

  /** What a command sent was waited for already, as long as it may take. */
  private static final Duration LONGEST_DRAIN = Duration.ofMillis(400);

  private final SessionRequest request;
  private final Path root;
  private final Optional<WorkspaceScope> scope;
  private final Configuration configuration;
  private final Optional<MetricsFile> metrics;
  private @Nullable Injector injector;

  /** Why the mirror could not be reached, once it was tried: nobody waits for it twice. */
  private @Nullable StorageUnavailableException unreachable;

  AppSession(
      SessionRequest request,
      Path root,
      Optional<WorkspaceScope> scope,
      Configuration configuration) {
    this.request = request;
    this.root = root;
    this.scope = scope;
    this.configuration = configuration;
    this.metrics = configuration.metricsFile().map(MetricsFile::new);
  }

  @Override
  public Path root() {
    return root;
  }

  @Override
  public Configuration configuration() {
    return configuration;
  }

  @Override
  public String origin() {
    return configuration
        .config()
        .origin()
        .or(() -> scope.map(found -> found.workspace().origin()))
        .orElseGet(root::toString);
  }

  @Override
  public List<CourseId> scopes() {
    List<WorkspacePath> paths = scope.map(WorkspaceScope::paths).orElse(List.of());
    if (paths.isEmpty()) {
      return List.of(CourseId.ROOT);
    }
    List<CourseId> known = known();
    return paths.stream()
        .flatMap(path -> WorkspaceScope.scopes(path, known).stream())
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public ArtifactRef artifact(Path file) {
    Selection selection = meant(file).among(known());
    return selection
        .artifact()
        .orElseThrow(
            () ->
                new SessionException(
                    SessionException.Kind.USAGE,
                    "NOT_A_FILE",
                    file + " is a course, or holds courses; a file is needed",
                    "creatoros status --files"));
  }

  private WorkspacePath meant(Path file) {
    Path here = request.current().resolve(file);
    Path fromRoot = root.resolve(file);
    boolean outside = !here.normalize().startsWith(root);
    Path meant = outside || (!Files.exists(here) && Files.exists(fromRoot)) ? fromRoot : here;
    return Workspace.find(meant)
        .filter(found -> found.workspace().root().equals(root))
        .orElseThrow(
            () ->
                new SessionException(
                    SessionException.Kind.USAGE,
                    "NOT_IN_WORKSPACE",
                    file + " does not lie in the workspace " + root,
                    "name a file below " + root));
  }

  @Override
  public CourseId course(String pathOrName) {
    try {
      Path here = request.current().resolve(pathOrName).normalize();
      boolean folder = here.startsWith(root) && !here.equals(root) && Files.isDirectory(here);
      return new CourseId(folder ? root.relativize(here).toString() : pathOrName);
    } catch (IllegalArgumentException e) {
      throw new SessionException(
          SessionException.Kind.USAGE,
          "NO_COURSE_NAME",
          "'" + pathOrName + "' cannot be a course: " + e.getMessage(),
          "creatoros courses",
          e);
    }
  }

  @Override
  public CourseFolders folders() {
    return canAskMirror() ? homes().folders() : foldersAlone();
  }

  @Override
  public CourseFolders foldersAlone() {
    return part(CourseFolders.class);
  }

  @Override
  public Optional<List<CourseId>> coursesIn(CourseId folder) {
    return part(Workspace.class).coursesIn(folder);
  }

  @Override
  public boolean hasWorkspace() {
    return scope.isPresent();
  }

  @Override
  public Optional<VerifiedAt> lastVerified(CourseId course) {
    return hasWorkspace() ? verifications().last(course) : Optional.empty();
  }

  @Override
  public CourseQueries queries() {
    return part(Key.get(CourseQueries.class, Opened.class));
  }

  @Override
  public ProjectMembers members() {
    return part(Key.get(ProjectMembers.class, Opened.class));
  }

  @Override
  public Optional<Bases> remembered() {
    return Remembered.bases(part(Workspace.class), configuration.config());
  }

  @Override
  public CoursePersister persister() {
    return part(Key.get(CoursePersister.class, Opened.class));
  }

  @Override
  public VerificationLog verifications() {
    return part(VerificationLog.class);
  }

  @Override
  public CourseMirror mirror() {
    return part(CourseMirror.class);
  }

  @Override
  public Homes homes() {
    if (unreachable != null) {
      throw unreachable;
    }
    try {
      return part(Homes.class);
    } catch (StorageUnavailableException e) {
      unreachable = e;
      throw e;
    }
  }

  @Override
  public void moveCourse(CourseId from, CourseId to) {
    new CourseMove(homes(), configuration.config().lockWait()).move(from, to);
  }

  @Override
  public Database database() {
    return part(Database.class);
  }

  @Override
  public EmbeddedControl embedded() {
    return part(EmbeddedControl.class);
  }

  @Override
  public void close() {
    if (injector != null) {
      metrics.ifPresent(MetricsFile::write);
      injector.getInstance(Resources.class).close();
    }
  }

  private boolean isMirrored() {
    return configuration.config().mirror() != MirrorKind.NONE;
  }

  /** Every course that the folders, the bases or the mirror know. */
  private List<CourseId> known() {
    TreeSet<CourseId> known = new TreeSet<>(folders().courses());
    if (canAskMirror()) {
      Stream.concat(homes().bases().courses().stream(), mirror().courses().stream())
          .forEach(known::add);
    } else {
      remembered().ifPresent(bases -> known.addAll(bases.courses()));
    }
    return List.copyOf(known);
  }

  private boolean canAskMirror() {
    if (!isMirrored()) {
      return false;
    }
    try {
      homes();
      return true;
    } catch (StorageUnavailableException e) {
      return false;
    }
  }

  private Workspace workspace() {
    return scope
        .map(WorkspaceScope::workspace)
        .orElseThrow(
            () ->
                new SessionException(
                    SessionException.Kind.USAGE,
                    "NO_WORKSPACE",
                    "there is no workspace at or above " + root,
                    "creatoros sync FOLDER, or: creatoros init FOLDER"));
  }

  private WriteOptions options() {
    WriteOptions options =
        WriteOptions.persisting(configuration.persistSwitch()).drainingFor(LONGEST_DRAIN);
    WriteOptions metered =
        metrics.map(MetricsFile::meters).map(options::withMeters).orElse(options);
    return opening().map(metered::openedWithin).orElse(metered);
  }

  /** Our own server is started with its own patience; what else opening takes is worth a budget. */
  private Optional<Duration> opening() {
    AppConfig config = configuration.config();
    return Optional.of(config.embedded().patience().plus(config.dualWrite().budget()))
        .filter(patience -> config.mirror() == MirrorKind.EMBEDDED);
  }

  private <T> T part(Class<T> type) {
    return part(Key.get(type));
  }

  private <T> T part(Key<T> key) {
    if (injector == null) {
      injector =
          Guice.createInjector(
              Stage.DEVELOPMENT,
              Application.modules(
                  configuration.config().withConnections(MOST_CONNECTIONS),
                  this::workspace,
                  options()));
    }
    return Unwrapped.call(() -> injector.getInstance(key));
  }
}
