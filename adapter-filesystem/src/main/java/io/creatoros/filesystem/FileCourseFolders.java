package io.creatoros.filesystem;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseBoundaries;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.Manifest;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.Snapshot;
import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.storage.StorageRejectedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The course folders of one workspace. */
final class FileCourseFolders implements CourseFolders {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ATTEMPTS = 3;

  private final Path root;
  private final StateFolder state;
  private final CourseMap courses;
  private final IndexFiles index;
  private final Locator locator;
  private final FileSnapshots snapshots;
  private final CourseLocks locks;
  private final FileClock clock;
  private final Map<CourseId, FolderNames> names = new ConcurrentHashMap<>();

  FileCourseFolders(Path root, CourseBoundaries boundaries, FileClock clock) {
    this.root = root;
    this.state = StateFolder.of(root);
    this.index = new IndexFiles(state);
    this.courses = new CourseMap(root, state, boundaries, index);
    this.locator = new Locator(root);
    this.snapshots = new FileSnapshots(state.temporary());
    this.locks = new CourseLocks(state, "folder", "creatoros");
    this.clock = clock;
  }

  @Override
  public List<CourseId> courses() {
    return courses.refreshed();
  }

  @Override
  public Manifest manifest(CourseId course, Evidence evidence) {
    return scan(course, evidence).manifest();
  }

  @Override
  public FolderScan scan(CourseId course, Evidence evidence) {
    return scan(course, evidence, FolderWalk.NOBODY);
  }

  @Override
  public FolderScan scan(CourseId course, Evidence evidence, BytesRead reader) {
    Optional<CourseMap.Home> home = courses.homeNow(course);
    if (home.isEmpty()) {
      return new FolderScan(Manifest.absent(course), List.of(), new TreeMap<>(), false);
    }
    Path folder = home.get().folder();
    try {
      StatCache cache = new StatCache(index.load(course), FileStat.of(state.folder()).device());
      IgnoreRules above = rulesAbove(home.get());
      FolderScan scan =
          new FolderWalk(course, home.get().elsewhere(), cache, evidence, clock, reader)
              .scan(folder, above);
      if (cache.isChanged()) {
        index.save(course, cache.remembered());
      }
      courses.learn(course);
      return scan;
    } catch (IOException e) {
      throw Failures.failed("scan course \"" + course + "\"", e);
    }
  }

  @Override
  public Set<String> names(CourseId course) {
    Optional<CourseMap.Home> home = courses.home(course);
    if (home.isEmpty()) {
      return Set.of();
    }
    return names
        .computeIfAbsent(course, unknown -> new FolderNames(clock, device()))
        .below(home.get().folder(), home.get().elsewhere());
  }

  private long device() {
    try {
      return FileStat.of(state.folder()).device();
    } catch (IOException e) {
      throw Failures.failed("look at " + state.folder(), e);
    }
  }

  /** The rules of every folder above the course's own. */
  private IgnoreRules rulesAbove(CourseMap.Home home) throws IOException {
    IgnoreRules rules = IgnoreRules.defaults();
    if (home.folder().equals(root)) {
      return rules;
    }
    Path at = root;
    String ruled = "";
    for (Path segment : root.relativize(home.folder())) {
      rules = rules.in(at, ruled);
      at = at.resolve(segment);
      ruled = UnicodeNames.below(ruled, UnicodeNames.composed(segment.toString()));
    }
    return rules;
  }

  @Override
  public Optional<InputStream> open(CourseId course, ArtifactPath path) {
    for (int attempt = 1; ; attempt++) {
      Located place = locate(course, path, path.value());
      if (place.file().isEmpty()) {
        return Optional.empty();
      }
      try {
        FileStat stat = place.stat().orElseThrow();
        return Optional.of(
            stat.size() <= FileBytes.SMALL
                ? new ByteArrayInputStream(FileBytes.read(place.path(), stat))
                : FileBytes.stream(place.path()));
      } catch (FileBytes.ChangedWhileReadException e) {
        if (attempt == ATTEMPTS) {
          throw Failures.failed("read \"" + course + "/" + path + "\"", e);
        }
      } catch (IOException e) {
        throw Failures.failed("read \"" + course + "/" + path + "\"", e);
      }
    }
  }

  @Override
  public Snapshot snapshot(CourseId course, ArtifactPath path, Sha256 expected) {
    Located place = locate(course, path, path.value());
    try {
      Optional<Snapshot> snapshot =
          place.file().isPresent()
              ? snapshots.take(place.path(), place.stat().orElseThrow(), expected)
              : Optional.empty();
      return snapshot.orElseThrow(() -> changed(course, path));
    } catch (FileBytes.ChangedWhileReadException e) {
      throw changed(course, path);
    } catch (IOException e) {
      throw new StorageRejectedException(
          "FILE_UNREADABLE",
          "cannot read \"" + course + "/" + path + "\": " + Failures.reason(e),
          "creatoros status --files",
          e);
    }
  }

  private static StorageConflictException changed(CourseId course, ArtifactPath path) {
    return new StorageConflictException(
        "FILE_CHANGED",
        "\"" + course + "/" + path + "\" changed since it was looked at",
        "creatoros sync");
  }

  @Override
  public FolderBatch write(CourseId course) {
    courses.requireOwn(course);
    CourseLocks.Held lock = locks.acquire(course, PATIENCE);
    return new FileFolderBatch(
        course,
        courseParent(course),
        (path, name) -> locate(course, path, name),
        new KeptFiles(root, state, course, Instant.now()),
        lock,
        () -> courses.learn(course));
  }

  private Path courseParent(CourseId course) {
    if (course.isRoot()) {
      return root;
    }
    return courses
        .home(course)
        .map(CourseMap.Home::folder)
        .orElse(root.resolve(course.path()))
        .getParent();
  }

  private Located locate(CourseId course, ArtifactPath path, String name) {
    List<String> key = new ArrayList<>();
    List<String> spelling = new ArrayList<>();
    if (!course.isRoot()) {
      key.addAll(List.of(course.path().split("/")));
      spelling.addAll(key);
    }
    key.addAll(List.of(path.value().split("/")));
    spelling.addAll(List.of(name.split("/")));
    Located place = locator.locate(key, spelling);
    boolean foreign =
        courses.home(course).filter(home -> home.leadsElsewhere(place.path())).isPresent();
    return foreign ? Located.blocked(place.path(), "it lies in another course") : place;
  }
}
