package io.creatoros.core.course;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Which folders of a workspace are courses. Pure: it sees names only.
 *
 * <p>Boundaries are sticky. What is fixed comes first, then the globs: what they name is one
 * course, with everything in it but other fixed courses. Then courses that are already known keep
 * their boundaries, so a folder that gains a brief does not tear a known course apart. Then, unless
 * there are globs, the folders not yet known are judged by their shape: each folder of the root is
 * a course, but for a collection, which is no course itself and holds courses up to two levels
 * below it. What lies beside these belongs to a course named after the collection. What remains
 * belongs to {@link CourseId#ROOT}.
 *
 * @param fixed globs of folders that are one course each, whatever they hold and the globs say;
 *     they say nothing of other folders
 * @param globs the paths of the courses as named in {@code creatoros.yaml}; empty for none. {@code
 *     *} and {@code ?} stay within a segment, {@code **} crosses segments
 * @param known the courses that the index, the bases or the mirror know
 * @param held tells what a collection's own course is known to hold
 */
public record CourseBoundaries(
    List<String> fixed, List<String> globs, Set<CourseId> known, HeldBelow held) {

  /** Tells whether a course is known to hold files below a folder. */
  @FunctionalInterface
  public interface HeldBelow {

    /**
     * @param course the course
     * @param folder the folder's path relative to the course, in NFC
     */
    boolean test(CourseId course, String folder);

    /** Whether a course is known to hold all that its folder holds, and whatever comes to it. */
    default boolean holdsAll(CourseId course) {
      return false;
    }
  }

  public CourseBoundaries {
    fixed = List.copyOf(fixed);
    globs = List.copyOf(globs);
    known = Set.copyOf(known);
  }

  /** Boundaries of a workspace where nothing is fixed. */
  public CourseBoundaries(List<String> globs, Set<CourseId> known, HeldBelow held) {
    this(List.of(), globs, known, held);
  }

  /** Boundaries of a workspace of which nothing is known yet. */
  public static CourseBoundaries unknown() {
    return new CourseBoundaries(List.of(), Set.of(), (course, folder) -> false);
  }

  /** Whether a folder is a course by its shape, wherever it lies. */
  public static boolean isCourse(FolderView folder) {
    return CourseShape.isCourse(folder);
  }

  /**
   * The folders in a folder that are courses by their shape, up to two levels below it, by relative
   * path as found. Where the folder keeps lessons of its own is none.
   */
  public static List<String> coursesBelow(FolderView folder) {
    List<String> found = new ArrayList<>();
    addCoursesBelow(folder, "", 1, found);
    return found;
  }

  private static void addCoursesBelow(
      FolderView folder, String path, int depth, List<String> found) {
    folder
        .folders()
        .forEach(
            (name, child) -> {
              if (name.startsWith(".") || CourseShape.isLessonsFolder(name, child)) {
                return;
              }
              if (isCourse(child)) {
                found.add(path + name);
              } else if (depth < CourseFinder.COLLECTION_DEPTH) {
                addCoursesBelow(child, path + name + "/", depth + 1, found);
              }
            });
  }

  /**
   * Whether a folder lies within a course, told by the folder above it: that one holds a document
   * that only courses have, or keeps its lessons in the folder.
   */
  public static boolean isPartOfCourse(FolderView above, String name) {
    FolderView folder = above.folders().get(name);
    return CourseShape.hasDocument(above)
        || (folder != null && CourseShape.isLessonsFolder(name, folder));
  }

  /**
   * The course that a path belongs to: the deepest that contains it, else {@link CourseId#ROOT}.
   *
   * @param path relative to the workspace, {@code "."} for itself
   */
  public static CourseId owner(Collection<CourseId> courses, String path) {
    String composed = Normalizer.normalize(path, Normalizer.Form.NFC);
    return courses.stream()
        .filter(course -> !course.isRoot())
        .filter(
            course -> composed.equals(course.path()) || composed.startsWith(course.path() + "/"))
        .max(Comparator.comparingInt(course -> course.path().length()))
        .orElse(CourseId.ROOT);
  }

  /** Finds the courses of a workspace, each with the path of its folder as found. */
  public SortedMap<CourseId, String> coursesIn(FolderView root) {
    return new CourseFinder(this, root).find();
  }

  /** These boundaries with more courses known. */
  public CourseBoundaries knowing(Collection<CourseId> more, HeldBelow alsoHeld) {
    Set<CourseId> all = new HashSet<>(known);
    all.addAll(more);
    return new CourseBoundaries(fixed, globs, all, either(held, alsoHeld));
  }

  /** Whether a folder is part of a course that was named above it, and thus no course. */
  public boolean isPartOfNamed(CourseId folder) {
    if (names(fixed, folder.path())) {
      return false;
    }
    return namesAbove(fixed, folder) || (!names(globs, folder.path()) && namesAbove(globs, folder));
  }

  private static boolean namesAbove(List<String> globs, CourseId folder) {
    String path = folder.path();
    for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      if (names(globs, path.substring(0, slash))) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(List<String> globs, String path) {
    return globs.stream().map(CourseGlob::new).anyMatch(glob -> glob.matches(path));
  }

  private static HeldBelow either(HeldBelow one, HeldBelow other) {
    return new HeldBelow() {
      @Override
      public boolean test(CourseId course, String folder) {
        return other.test(course, folder) || one.test(course, folder);
      }

      @Override
      public boolean holdsAll(CourseId course) {
        return other.holdsAll(course) || one.holdsAll(course);
      }
    };
  }

  /** The folder that stands for a name in NFC: spelled so, or the only one that composes to it. */
  static Optional<Map.Entry<String, FolderView>> named(FolderView parent, String name) {
    FolderView exact = parent.folders().get(name);
    if (exact != null) {
      return Optional.of(Map.entry(name, exact));
    }
    List<Map.Entry<String, FolderView>> composing =
        parent.folders().entrySet().stream()
            .filter(child -> Normalizer.normalize(child.getKey(), Normalizer.Form.NFC).equals(name))
            .toList();
    return composing.size() == 1 ? Optional.of(composing.get(0)) : Optional.empty();
  }
}
