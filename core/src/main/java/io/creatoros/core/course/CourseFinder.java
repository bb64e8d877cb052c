package io.creatoros.core.course;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One search for the courses below one root. */
final class CourseFinder {

  /** How far below a collection its courses are looked for. */
  static final int COLLECTION_DEPTH = 2;

  private final CourseBoundaries boundaries;
  private final FolderView root;
  private final SortedMap<CourseId, String> found = new TreeMap<>();
  private final Set<CourseId> fixed = new HashSet<>();
  private final Set<String> folders = new HashSet<>();
  private final Set<String> above = new HashSet<>();

  CourseFinder(CourseBoundaries boundaries, FolderView root) {
    this.boundaries = boundaries;
    this.root = root;
  }

  SortedMap<CourseId, String> find() {
    named(boundaries.fixed());
    fixed.addAll(found.keySet());
    named(boundaries.globs());
    addKnown(Set.copyOf(found.keySet()));
    if (boundaries.globs().isEmpty()) {
      distinctlyNamed(root)
          .filter(child -> !child.getKey().startsWith("."))
          .forEach(child -> byShape(child.getKey(), child.getValue()));
    }
    if (boundaries.known().contains(CourseId.ROOT)
        || !root.files().isEmpty()
        || hasFilesOfItsOwn(root, "")) {
      add(CourseId.ROOT, "");
    }
    return found;
  }

  private void named(List<String> globs) {
    globs.stream().map(CourseGlob::new).forEach(glob -> byGlob(glob, root, "", 1));
  }

  private void byGlob(CourseGlob glob, FolderView folder, String path, int depth) {
    if (!glob.reaches(depth)) {
      return;
    }
    distinctlyNamed(folder)
        .forEach(
            child -> {
              String childPath = below(path, child.getKey());
              CourseId id = new CourseId(childPath);
              if (glob.matches(id.path())) {
                if (!boundaries.isPartOfNamed(id)) {
                  add(id, childPath);
                }
              } else {
                byGlob(glob, child.getValue(), childPath, depth + 1);
              }
            });
  }

  private void addKnown(Set<CourseId> named) {
    new TreeSet<>(boundaries.known())
        .stream()
            .filter(id -> !id.isRoot())
            .filter(id -> named.stream().noneMatch(id::isWithin))
            .forEach(id -> folderOf(id).ifPresent(path -> add(id, path)));
  }

  private Optional<String> folderOf(CourseId id) {
    FolderView folder = root;
    String path = "";
    for (String segment : id.path().split("/")) {
      Optional<Map.Entry<String, FolderView>> child = CourseBoundaries.named(folder, segment);
      if (child.isEmpty()) {
        return Optional.empty();
      }
      folder = child.get().getValue();
      path = below(path, child.get().getKey());
    }
    return Optional.of(path);
  }

  private void byShape(String name, FolderView folder) {
    CourseId id = new CourseId(name);
    if (fixed.contains(id)) {
      return;
    }
    if (found.containsKey(id) && !holdsCourses(id) && boundaries.held().holdsAll(id)) {
      return;
    }
    if (!CourseShape.isCourse(folder)) {
      addCoursesBelow(id, folder, name, 1);
    }
    boolean whole =
        CourseShape.isCourse(folder) && fixed.stream().noneMatch(course -> course.isWithin(id));
    if (!holdsCourses(id) || whole || hasFilesOfItsOwn(folder, name)) {
      add(id, name);
    }
  }

  private void addCoursesBelow(CourseId collection, FolderView folder, String path, int depth) {
    distinctlyNamed(folder)
        .filter(child -> !child.getKey().startsWith("."))
        .forEach(
            child -> {
              String childPath = below(path, child.getKey());
              CourseId id = new CourseId(childPath);
              if (found.containsKey(id)) {
                return;
              }
              if (CourseShape.isCourse(child.getValue())) {
                if (!isHeld(collection, id)) {
                  add(id, childPath);
                }
              } else if (depth < COLLECTION_DEPTH) {
                addCoursesBelow(collection, child.getValue(), childPath, depth + 1);
              }
            });
  }

  private void add(CourseId id, String folder) {
    found.put(id, folder);
    folders.add(folder);
    String path = id.path();
    for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      above.add(path.substring(0, slash));
    }
  }

  private boolean isHeld(CourseId collection, CourseId folder) {
    return boundaries.known().contains(collection)
        && boundaries
            .held()
            .test(collection, folder.path().substring(collection.path().length() + 1));
  }

  private boolean holdsCourses(CourseId folder) {
    return above.contains(folder.path());
  }

  private boolean hasFilesOfItsOwn(FolderView folder, String path) {
    return !folder.files().isEmpty()
        || folder.folders().entrySet().stream()
            .anyMatch(
                child -> {
                  String childPath = below(path, child.getKey());
                  return !folders.contains(childPath)
                      && hasFilesOfItsOwn(child.getValue(), childPath);
                });
  }

  /**
   * The folders that can be known by their names: where two compose to the same name, only the one
   * spelled so.
   */
  private static Stream<Map.Entry<String, FolderView>> distinctlyNamed(FolderView folder) {
    Map<String, Long> spellings =
        folder.folders().keySet().stream()
            .collect(Collectors.groupingBy(CourseFinder::composed, Collectors.counting()));
    return folder.folders().entrySet().stream()
        .filter(
            child ->
                child.getKey().equals(composed(child.getKey()))
                    || spellings.getOrDefault(composed(child.getKey()), 0L) == 1);
  }

  private static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  private static String below(String path, String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }
}
