package io.creatoros.core.pull;

import io.creatoros.core.compare.Bases;
import io.creatoros.core.compare.Comparison;
import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.compare.CourseComparison;
import io.creatoros.core.compare.PathComparison;
import io.creatoros.core.compare.Verdict;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.core.sync.Lanes;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One course's part in a pull: compare, take, compare again, remember. It compares again after it
 * changed anything, so that what moved meanwhile, or had to wait for another path, is seen. Holds
 * the course's lane. Not for use by several threads.
 */
final class CoursePuller {

  private static final int ROUNDS = 3;

  private final CourseId course;
  private final CourseFolders folders;
  private final CourseMirror mirror;
  private final Bases bases;
  private final PullSettings settings;
  private final PullOptions options;
  private final FolderUpdate update;
  private Optional<Compared> last = Optional.empty();
  private boolean firstContact;
  private boolean restored;

  CoursePuller(
      CourseId course,
      CourseFolders folders,
      CourseMirror mirror,
      Bases bases,
      PullSettings settings,
      PullOptions options,
      PullListener listener) {
    this.course = course;
    this.folders = folders;
    this.mirror = mirror;
    this.bases = bases;
    this.settings = settings;
    this.options = options;
    this.update =
        new FolderUpdate(course, folders, mirror, settings.sizeLimit(), options, listener);
  }

  private record Compared(
      FolderScan scan, Optional<CourseBases> known, CourseComparison comparison) {}

  /** Pulls the course; what ended it early is in the report. */
  CoursePull run(Lanes lanes) {
    try {
      Lanes.Lane lane = lanes.acquire(course, settings.patience());
      try {
        return pull();
      } finally {
        lane.close();
      }
    } catch (StorageException e) {
      return report(update.paths(), Optional.of(e));
    }
  }

  private CoursePull pull() {
    Optional<CourseBases> known = bases.load(course);
    Compared now = compare(folders.scan(course, Evidence.RECORDED), known);
    firstContact = now.comparison().firstContact();
    if (now.comparison().head().revision() == 0) {
      return report(update.paths(), Optional.of(unheld()));
    }
    try {
      for (int round = 1; round <= ROUNDS && update.apply(now.scan(), now.comparison()); round++) {
        FolderScan scan = folders.scan(course, Evidence.RECORDED);
        now = compare(scan, Optional.of(after(now, scan)));
      }
      return report(outcomes(now.comparison()), Optional.empty());
    } finally {
      remember(known);
    }
  }

  private Compared compare(FolderScan scan, Optional<CourseBases> known) {
    CourseComparison comparison =
        Comparison.compare(scan, known, read(known), settings.sizeLimit());
    restored |= comparison.restored();
    update.acknowledged().clear();
    Compared compared = new Compared(scan, known, comparison);
    last = Optional.of(compared);
    return compared;
  }

  private CourseBases after(Compared compared, FolderScan scan) {
    return PulledBases.of(compared.comparison(), compared.known(), update.acknowledged(), scan);
  }

  /** Records do for what commits wrote; what was edited by hand since is recomputed. */
  private MirrorCourse read(Optional<CourseBases> known) {
    MirrorCourse recorded = mirror.read(course, Evidence.RECORDED);
    return recorded.head().edits() > known.map(CourseBases::edits).orElse(0L)
        ? mirror.read(course, Evidence.RECOMPUTED)
        : recorded;
  }

  /** Remembers what was taken, even when something ended the pull early. */
  private void remember(Optional<CourseBases> known) {
    Compared compared = last.orElseThrow();
    CourseBases remembered = after(compared, compared.scan());
    if (!isStranger(compared.comparison()) && !known.equals(Optional.of(remembered))) {
      bases.save(course, remembered);
    }
  }

  /** Whether this may be two courses of one name: then the next sync still has to ask. */
  private boolean isStranger(CourseComparison comparison) {
    return firstContact && comparison.hasAnythingToWrite() && !options.join();
  }

  private SortedMap<ArtifactPath, PulledPath> outcomes(CourseComparison comparison) {
    SortedMap<ArtifactPath, PulledPath> outcomes = new TreeMap<>(update.paths());
    try (CourseFolders.FolderBatch batch = folders.write(course)) {
      for (PathComparison path : comparison.paths().values()) {
        switch (path.verdict()) {
          case EQUAL -> {}
          case OWED, OWED_DELETE -> outcomes.put(path.path(), kept(path));
          case CONFLICT -> outcomes.put(path.path(), conflict(batch, path));
          case REMOTE_AHEAD -> outcomes.merge(path.path(), stillAhead(path), this::unlessDone);
          case UNKNOWN -> outcomes.put(path.path(), outcome(path, Outcome.UNKNOWN, ""));
        }
      }
    }
    return outcomes;
  }

  private static PulledPath kept(PathComparison path) {
    String plain = path.verdict() == Verdict.OWED ? "edited here" : "deleted here";
    return outcome(path, Outcome.KEPT, path.reason().isEmpty() ? plain : path.reason());
  }

  private PulledPath conflict(CourseFolders.FolderBatch batch, PathComparison path) {
    Optional<ManifestEntry> theirs = path.remoteEntry();
    if (theirs.isEmpty()) {
      return outcome(path, Outcome.CONFLICT, "edited here, deleted in the mirror");
    }
    String words =
        path.local().isPresent()
            ? "edited here and in the mirror"
            : "deleted here, edited in the mirror";
    if (!theirs.get().stored()) {
      return outcome(path, Outcome.CONFLICT, words + ", which does not hold its bytes");
    }
    try {
      String at =
          batch.keep(
              path.path(),
              "theirs",
              new StoredContent(mirror, course, path.path(), theirs.get().hash()));
      return new PulledPath(path.path(), Outcome.CONFLICT, Optional.of(at), "", words);
    } catch (StorageUnavailableException e) {
      throw e;
    } catch (StorageException e) {
      String why = words + "; the mirror's version cannot be kept beside: " + e.getMessage();
      return new PulledPath(path.path(), Outcome.CONFLICT, Optional.empty(), e.code(), why);
    }
  }

  private static PulledPath stillAhead(PathComparison path) {
    return new PulledPath(
        path.path(),
        Outcome.FAILED,
        Optional.empty(),
        "MIRROR_MOVING",
        "the mirror kept moving on; repeat the pull");
  }

  /** What was said of a path that is still ahead stands, unless it claims that it was taken. */
  private PulledPath unlessDone(PulledPath said, PulledPath ahead) {
    return said.outcome() == Outcome.TAKEN || said.outcome() == Outcome.DELETED ? ahead : said;
  }

  private static PulledPath outcome(PathComparison path, Outcome outcome, String words) {
    String reason = words.isEmpty() ? path.reason() : words;
    return new PulledPath(path.path(), outcome, Optional.empty(), "", reason);
  }

  private CoursePull report(
      SortedMap<ArtifactPath, PulledPath> paths, Optional<StorageException> failure) {
    Optional<CourseComparison> comparison = last.map(Compared::comparison);
    return new CoursePull(
        course,
        comparison.map(found -> found.head().revision()).orElse(0L),
        comparison.map(CoursePuller::equal).orElse(0),
        update.bytes(),
        paths,
        update.guard(),
        comparison.filter(this::isStranger).isPresent(),
        restored,
        failure);
  }

  private static int equal(CourseComparison comparison) {
    return (int)
        comparison.with(Verdict.EQUAL).stream().filter(path -> path.local().isPresent()).count();
  }

  private StorageRejectedException unheld() {
    return new StorageRejectedException(
        "COURSE_NOT_IN_MIRROR",
        "the mirror holds no course " + course,
        "see what it holds: creatoros courses");
  }
}
