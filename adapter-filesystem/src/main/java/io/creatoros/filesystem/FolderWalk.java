package io.creatoros.filesystem;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseFolders.BytesRead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.FolderScan.Excluded;
import io.creatoros.core.course.FolderScan.Reason;
import io.creatoros.core.course.Manifest;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** One look at one course folder: one walk, one stat per path. */
final class FolderWalk {

  private static final long LEFTOVER = Duration.ofDays(1).toNanos();

  /** Needs no bytes. */
  static final BytesRead NOBODY = (hash, bytes) -> {};

  private final CourseId course;
  private final Predicate<String> elsewhere;
  private final StatCache cache;
  private final Evidence evidence;
  private final FileClock clock;
  private final BytesRead reader;
  private final SortedMap<ArtifactPath, ManifestEntry> entries = new TreeMap<>();
  private final SortedMap<ArtifactPath, String> unreadable = new TreeMap<>();
  private final List<Excluded> excluded = new ArrayList<>();
  private final SortedMap<String, String> errors = new TreeMap<>();
  private Optional<Long> moment = Optional.empty();

  /**
   * A walk that is about to begin.
   *
   * @param elsewhere tells, by the name as found, the folders that are courses of their own
   */
  FolderWalk(
      CourseId course,
      Predicate<String> elsewhere,
      StatCache cache,
      Evidence evidence,
      FileClock clock,
      BytesRead reader) {
    this.course = course;
    this.elsewhere = elsewhere;
    this.cache = cache;
    this.evidence = evidence;
    this.clock = clock;
    this.reader = reader;
  }

  /**
   * Walks.
   *
   * @param above the rules that hold above the course folder
   */
  FolderScan scan(Path folder, IgnoreRules above) {
    visit(folder, new Place("", ""), above);
    excluded.sort(Comparator.comparing(Excluded::path));
    return new FolderScan(new Manifest(course, 0, entries, unreadable), excluded, errors, true);
  }

  /**
   * Where the walk is.
   *
   * @param name the path as found, relative to the course
   * @param key the same as a key
   */
  private record Place(String name, String key) {

    Place child(String found, String childKey) {
      String childName = UnicodeNames.below(name, found);
      boolean same = name.equals(key) && found.equals(childKey);
      return new Place(childName, same ? childName : UnicodeNames.below(key, childKey));
    }
  }

  /** The path of a folder of the course as the rules see it. */
  private String ruled(Place folder) {
    String inCourse = UnicodeNames.composed(folder.name());
    if (course.isRoot()) {
      return inCourse;
    }
    return inCourse.isEmpty() ? course.path() : course.path() + "/" + inCourse;
  }

  private void visit(Path folder, Place place, IgnoreRules above) {
    Siblings children;
    IgnoreRules rules;
    String ruled = ruled(place);
    try {
      children = Siblings.in(folder);
      rules = children.hold(IgnoreRules.FILE) ? above.in(folder, ruled) : above;
    } catch (IOException e) {
      errors.put(place.name(), Failures.reason(e));
      return;
    }
    for (Siblings.Child child : children.all()) {
      look(child, place.child(child.name(), children.key(child)), ruled, rules);
    }
  }

  private void look(Siblings.Child child, Place place, String ruled, IgnoreRules rules) {
    FileStat stat;
    try {
      stat = FileStat.of(child.path());
    } catch (NoSuchFileException e) {
      missed(place, "vanished while being looked at");
      return;
    } catch (IOException e) {
      missed(place, Failures.reason(e));
      return;
    }
    if (stat.isFolder() && elsewhere.test(place.name())) {
      return;
    }
    Optional<Excluded> left = rules.exclusion(ruled, child.name(), stat.isFolder());
    if (left.isPresent()) {
      excluded.add(new Excluded(place.name(), left.get().reason(), left.get().rule()));
      removeLeftover(child, stat);
    } else if (!child.isText()) {
      errors.put(place.name(), "its name is no text in UTF-8; rename it");
    } else {
      take(child.path(), place, stat, rules);
    }
  }

  private void take(Path path, Place place, FileStat stat, IgnoreRules rules) {
    switch (stat.kind()) {
      case FOLDER -> visit(path, place, rules);
      case LINK -> excluded.add(new Excluded(place.name(), Reason.LINK, target(path)));
      case SPECIAL -> excluded.add(new Excluded(place.name(), Reason.SPECIAL_FILE, ""));
      case FILE -> read(path, place, stat);
    }
  }

  private void read(Path path, Place place, FileStat stat) {
    if (evidence == Evidence.RECORDED) {
      Optional<ManifestEntry> known =
          cache
              .unchanged(place.name(), stat)
              .filter(entry -> entry.path().value().equals(place.key()));
      if (known.isPresent()) {
        entries.put(known.get().path(), known.get());
        return;
      }
    }
    long before = moment();
    try {
      Sha256 hash = hash(path, stat);
      ArtifactPath key = new ArtifactPath(place.key());
      ManifestEntry entry =
          new ManifestEntry(
              key, place.name(), hash, hash, stat.size(), ArtifactKind.of(key), true, 0);
      entries.put(key, entry);
      cache.remember(entry, stat, before);
    } catch (IOException e) {
      missed(place, Failures.reason(e));
    } catch (IllegalArgumentException e) {
      errors.put(place.name(), String.valueOf(e.getMessage()));
    }
  }

  private Sha256 hash(Path path, FileStat stat) throws IOException {
    if (reader == NOBODY || stat.size() > FileBytes.SMALL) {
      return FileBytes.hash(path, stat);
    }
    byte[] bytes = FileBytes.read(path, stat);
    Sha256 hash = Sha256.of(bytes);
    reader.read(hash, bytes);
    return hash;
  }

  private void missed(Place place, String reason) {
    try {
      unreadable.put(new ArtifactPath(place.key()), reason);
    } catch (IllegalArgumentException e) {
      errors.put(place.name(), reason);
    }
  }

  private long moment() {
    if (moment.isEmpty()) {
      moment = Optional.of(clock.now());
    }
    return moment.get();
  }

  private void removeLeftover(Siblings.Child child, FileStat stat) {
    if (stat.isFile()
        && child.name().startsWith(DurableFiles.TEMPORARY)
        && stat.modified() < System.currentTimeMillis() * 1_000_000 - LEFTOVER) {
      try {
        Files.deleteIfExists(child.path());
      } catch (IOException e) {
        // it is reported as excluded all the same, and the next scan tries again
      }
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "?";
    }
  }
}
