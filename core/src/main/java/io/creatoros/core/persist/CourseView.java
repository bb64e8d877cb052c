package io.creatoros.core.persist;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.lesson.LessonLabels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Which files of a course are what, by one look at its folder. Hashes are brought up to date as
 * files are written; whoever relies on one has it checked when it is replaced.
 */
final class CourseView {

  private final Set<String> names;
  private final Map<ArtifactPath, FoundFile> files = new ConcurrentHashMap<>();
  private final Map<Part, List<ArtifactPath>> parts = new HashMap<>();
  private final Map<String, List<ArtifactPath>> lessons = new HashMap<>();
  private final Map<String, List<ArtifactPath>> records = new HashMap<>();
  private final Optional<String> problem;

  /**
   * A view.
   *
   * @param names the names in the folder before it was looked at
   * @param scan what was found
   * @param told tells the label of a lesson whose name tells none
   */
  CourseView(Set<String> names, FolderScan scan, Function<FoundFile, Optional<LessonLabel>> told) {
    this.names = names;
    this.problem =
        scan.errors().entrySet().stream()
            .findFirst()
            .map(error -> "\"" + error.getKey() + "\": " + error.getValue());
    for (ManifestEntry entry : scan.manifest().entries().values()) {
      take(FoundFile.of(entry.path(), entry.name(), entry.hash()), entry.kind(), told);
    }
    scan.manifest()
        .unreadable()
        .forEach(
            (path, why) ->
                take(
                    new FoundFile(path, path.value(), Optional.empty(), Optional.of(why)),
                    ArtifactKind.of(path),
                    file -> Optional.empty()));
  }

  private CourseView(CourseView before, FoundFile added) {
    names = new HashSet<>(before.names);
    names.add(added.name());
    problem = before.problem;
    files.putAll(before.files);
    before.parts.forEach((part, paths) -> parts.put(part, new ArrayList<>(paths)));
    before.lessons.forEach((place, paths) -> lessons.put(place, new ArrayList<>(paths)));
    before.records.forEach((key, paths) -> records.put(key, new ArrayList<>(paths)));
    take(added, ArtifactKind.of(added.path()), file -> Optional.empty());
  }

  /** This after a file was written. */
  CourseView written(ArtifactPath path, String name, Sha256 hash) {
    FoundFile now = FoundFile.of(path, name, hash);
    if (files.replace(path, now) != null) {
      return this;
    }
    return new CourseView(this, now);
  }

  /** The names that the folder must still have for this to be of use. */
  Set<String> names() {
    return names;
  }

  /** Why part of the folder was not seen, if so: what seems to be absent may be there. */
  Optional<String> problem() {
    return problem;
  }

  Optional<FoundFile> file(ArtifactPath path) {
    return Optional.ofNullable(files.get(path));
  }

  /** The files that could be a part: those nearest to the course folder. */
  List<FoundFile> part(Part part) {
    return found(parts, part);
  }

  /** The lessons at a place. */
  List<FoundFile> lessons(LessonLabel label) {
    return found(lessons, label.key());
  }

  /** The records of a lesson. */
  List<FoundFile> records(LessonLabel label) {
    return found(records, key(label));
  }

  private <K> List<FoundFile> found(Map<K, List<ArtifactPath>> map, K key) {
    List<ArtifactPath> paths = map.getOrDefault(key, List.of());
    return paths.stream().map(path -> file(path).orElseThrow()).toList();
  }

  private void take(
      FoundFile file, ArtifactKind kind, Function<FoundFile, Optional<LessonLabel>> told) {
    files.put(file.path(), file);
    if (kind == ArtifactKind.LESSON) {
      LessonLabels.ofPath(file.path())
          .or(() -> told.apply(file))
          .ifPresent(label -> add(lessons, label.key(), file.path()));
    } else if (kind == ArtifactKind.RECORD) {
      LessonLabels.ofText(stem(file.path()))
          .ifPresent(label -> add(records, key(label), file.path()));
    } else {
      Part.of(file.path(), kind).ifPresent(part -> addNearest(part, file.path()));
    }
  }

  private void addNearest(Part part, ArtifactPath path) {
    List<ArtifactPath> known = parts.computeIfAbsent(part, p -> new ArrayList<>());
    int nearer = known.isEmpty() ? -1 : Long.compare(depth(path), depth(known.get(0)));
    if (nearer < 0) {
      known.clear();
    }
    if (nearer <= 0) {
      known.add(path);
    }
  }

  private static <K> void add(Map<K, List<ArtifactPath>> map, K key, ArtifactPath path) {
    map.computeIfAbsent(key, k -> new ArrayList<>()).add(path);
  }

  private static String key(LessonLabel label) {
    return label.key() + label.variant().map(variant -> "-" + variant).orElse("");
  }

  private static String stem(ArtifactPath path) {
    String name = path.fileName();
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static long depth(ArtifactPath path) {
    return path.value().chars().filter(c -> c == '/').count();
  }
}
