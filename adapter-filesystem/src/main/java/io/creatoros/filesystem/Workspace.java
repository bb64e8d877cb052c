package io.creatoros.filesystem;

import io.creatoros.core.compare.Bases;
import io.creatoros.core.course.CourseBoundaries;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.MirrorIdentity;
import io.creatoros.core.resilience.BreakerMemory;
import io.creatoros.core.sync.Lanes;
import io.creatoros.core.verify.VerificationLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A root folder of courses, with the state of this checkout of it in {@code .creatoros/}: index,
 * bases, kept versions, locks and the log of verifications. Found like a git repository. Nothing in
 * it is ever an artifact, and all of it but the kept versions can be lost at the price of time.
 *
 * <p>May be used from several threads, and by several processes at once.
 */
public final class Workspace {

  private final Path root;
  private final UUID id;
  private final StateFolder state;

  Workspace(Path root, UUID id) {
    this.root = root;
    this.id = id;
    this.state = StateFolder.of(root);
  }

  /**
   * Finds the workspace of a path: the nearest folder at or above it that holds {@code
   * .creatoros/}. Writes nothing. Empty when there is none.
   *
   * @param path a file or folder, which need not be there
   * @throws io.creatoros.core.storage.StorageRejectedException if a link leads the path out of the
   *     workspace it was named in, or the workspace was made by a newer version
   */
  public static Optional<WorkspacePath> find(Path path) {
    return WorkspaceFinder.find(path);
  }

  /**
   * Finds the workspace of a path, or makes one: in the folder named, or above it if it is a course
   * or lies in one.
   *
   * @throws io.creatoros.core.storage.StorageRejectedException as {@link #find}; if the path is not
   *     there; or if a workspace lies below the folder
   */
  public static WorkspacePath findOrCreate(Path path) {
    return find(path).orElseGet(() -> WorkspaceFinder.create(path));
  }

  /**
   * Makes a workspace in this very folder. Does nothing if the folder is a workspace.
   *
   * @throws io.creatoros.core.storage.StorageRejectedException if the folder is not there, is a
   *     course or lies in one, or if a workspace lies above or below it
   */
  public static Workspace init(Path folder) {
    return WorkspaceFinder.init(folder);
  }

  /** The root folder, without links. */
  public Path root() {
    return root;
  }

  /** What tells this checkout from any other; drawn when it was made. */
  public UUID id() {
    return id;
  }

  /** A label of this checkout for people: {@code host:path}. */
  public String origin() {
    return HostName.get() + ":" + root;
  }

  /**
   * The course folders.
   *
   * @param boundaries what is known of the courses from elsewhere; what this workspace has seen
   *     itself is added
   */
  public CourseFolders folders(CourseBoundaries boundaries) {
    return new FileCourseFolders(root, boundaries, FileClock.touching(state.clock()));
  }

  /**
   * The folders in a folder that look like courses, whether or not they are taken for such; empty
   * if the folder is not there.
   */
  public Optional<List<CourseId>> coursesIn(CourseId folder) {
    return new Locator(root)
        .folder(folder.path())
        .map(
            found ->
                CourseBoundaries.coursesBelow(DiskFolder.of(found)).stream()
                    .map(below -> new CourseId(folder + "/" + below))
                    .toList());
  }

  /** The bases of one project in one mirror. */
  public Bases bases(MirrorIdentity mirror, String project) {
    return new FileBases(
        state.bases().resolve(mirror.toString()).resolve(StateFolder.name(project)));
  }

  /**
   * Remembers which mirror answered at a server, for when it does not.
   *
   * @param server what names the server; no secret
   */
  public void remember(String server, MirrorIdentity mirror) {
    if (!remembered(server).equals(Optional.of(mirror))) {
      try {
        DurableFiles.replaceCache(
            state.mirror(server), mirror.toString().getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw Failures.failed("remember the mirror", e);
      }
    }
  }

  /** The mirror that last answered at a server; empty when none did, or it was forgotten. */
  public Optional<MirrorIdentity> remembered(String server) {
    try {
      String text = Files.readString(state.mirror(server));
      return Optional.of(new MirrorIdentity(UUID.fromString(text)));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * What the processes of this workspace tell each other about a mirror that does not answer.
   *
   * @param server what names the server; no secret
   */
  public BreakerMemory breakerMemory(String server) {
    return new FileBreakerMemory(state, server);
  }

  /**
   * The mirror lanes.
   *
   * @param command what this process does, such as {@code creatoros sync}; told to those who wait
   */
  public Lanes lanes(String command) {
    return new FileLanes(state, command);
  }

  /** When courses were last verified. */
  public VerificationLog verificationLog() {
    return new FileVerificationLog(state);
  }
}
