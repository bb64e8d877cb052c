package io.creatoros.filesystem;

import io.creatoros.core.course.CourseBoundaries;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.storage.StorageRejectedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which folders of the workspace are which courses, as last looked at. */
final class CourseMap {

  private final Path root;
  private final CourseBoundaries given;
  private final KnownCourses known;
  private final IndexFiles index;
  private SortedMap<CourseId, String> courses = new TreeMap<>();
  private NavigableSet<String> folders = new TreeSet<>();

  CourseMap(Path root, StateFolder state, CourseBoundaries given, IndexFiles index) {
    this.root = root;
    this.given = given;
    this.known = new KnownCourses(state.knownCourses());
    this.index = index;
  }

  /**
   * A course's folder.
   *
   * @param elsewhere tells the folders in it, by path as found, that are courses of their own
   */
  record Home(Path folder, Predicate<String> elsewhere) {

    boolean leadsElsewhere(Path file) {
      Path relative = folder.relativize(file);
      for (int names = 1; names < relative.getNameCount(); names++) {
        if (elsewhere.test(relative.subpath(0, names).toString())) {
          return true;
        }
      }
      return false;
    }
  }

  /** Looks anew for the courses that are there. */
  synchronized List<CourseId> refreshed() {
    known.reload();
    look();
    return List.copyOf(courses.keySet());
  }

  /** As {@link #home}, after looking anew for courses that may have come to be in the folder. */
  synchronized Optional<Home> homeNow(CourseId course) {
    lookOnce();
    if (course.isRoot() || holdsOthers(course)) {
      look();
    }
    return home(course);
  }

  private boolean holdsOthers(CourseId course) {
    String found = courses.get(course);
    return found != null && holdsOthers(found);
  }

  private boolean holdsOthers(String folder) {
    String next = folders.ceiling(folder + "/");
    return next != null && next.startsWith(folder + "/");
  }

  /**
   * The folder of a course; empty when it is not there, or the configuration says that it is part
   * of another course.
   */
  synchronized Optional<Home> home(CourseId course) {
    if (course.isRoot()) {
      lookOnce();
      return Optional.of(new Home(root, folders::contains));
    }
    if (given.isPartOfNamed(course)) {
      return Optional.empty();
    }
    Optional<Path> folder = new Locator(root).folder(course.path());
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    lookOnce();
    if (!courses.containsKey(course)) {
      requireOwn(course);
      known.add(course, false);
      look();
    }
    String found = courses.get(course);
    if (found == null) {
      throw inside(course, CourseBoundaries.owner(courses.keySet(), course.path()));
    }
    NavigableSet<String> all = folders;
    Predicate<String> elsewhere =
        holdsOthers(found) ? path -> all.contains(found + "/" + path) : path -> false;
    return Optional.of(new Home(root.resolve(found), elsewhere));
  }

  /** Remembers a course, so that it keeps its boundaries. */
  synchronized void learn(CourseId course) {
    known.add(course, holdsOthers(course));
    if (!courses.containsKey(course)) {
      courses = new TreeMap<>();
    }
  }

  /** Refuses a course that would tear files out of another, unless it is known as one. */
  synchronized void requireOwn(CourseId course) {
    lookOnce();
    CourseId owner = CourseBoundaries.owner(courses.keySet(), course.path());
    boolean known = given.known().contains(course) && !given.isPartOfNamed(course);
    if (owner.equals(course) || owner.isRoot() || known) {
      return;
    }
    String below = course.path().substring(owner.path().length() + 1);
    boolean whole =
        CourseBoundaries.isCourse(DiskFolder.of(root.resolve(courses.getOrDefault(owner, ""))));
    if (whole || given.held().test(owner, below) || indexHolds(owner, below)) {
      throw inside(course, owner);
    }
  }

  private static StorageRejectedException inside(CourseId course, CourseId owner) {
    return new StorageRejectedException(
        "COURSE_INSIDE_ANOTHER",
        "\"" + course + "\" is no course of its own: it lies in course \"" + owner + "\"",
        "name course \"" + owner + "\" instead, or name the courses in creatoros.yaml");
  }

  private void lookOnce() {
    if (courses.isEmpty()) {
      look();
    }
  }

  private void look() {
    CourseBoundaries boundaries = given.knowing(known.all(), new Remembered());
    DiskFolder folder = DiskFolder.of(root);
    try {
      folder.requireListed();
    } catch (IOException e) {
      throw Failures.failed("look for courses in " + root, e);
    }
    courses = boundaries.coursesIn(folder);
    folders = new TreeSet<>(courses.values());
    folders.remove("");
  }

  /** What this workspace remembers of what its courses hold. */
  private final class Remembered implements CourseBoundaries.HeldBelow {

    @Override
    public boolean test(CourseId course, String folder) {
      return holdsAll(course) || indexHolds(course, folder);
    }

    @Override
    public boolean holdsAll(CourseId course) {
      return known.isWhole(course);
    }
  }

  private boolean indexHolds(CourseId course, String folder) {
    String prefix = folder + "/";
    return index.load(course).values().stream()
        .anyMatch(file -> file.entry().path().value().startsWith(prefix));
  }
}
