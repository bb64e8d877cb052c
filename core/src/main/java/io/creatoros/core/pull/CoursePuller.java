package io.creatoros.core.pull;

import io.creatoros.core.compare.Bases;
import io.creatoros.core.compare.Comparison;
import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.compare.CourseComparison;
import io.creatoros.core.compare.Verdict;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.core.sync.Lanes;
import java.util.Optional;
import java.util.SortedMap;

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
      return report(
          new LeftOver(course, folders, mirror).outcomes(now.comparison(), update.paths()),
          Optional.empty());
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
