package io.creatoros.filesystem;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * The names of the files in a course folder. A folder is listed again only if it was touched since,
 * or so lately that it may have been touched again in the same moment of the file system's clock.
 */
final class FolderNames {

  /** Folders touched less long ago are listed again without asking the clock. */
  private static final long LATELY = TimeUnit.MILLISECONDS.toNanos(100);

  private final FileClock clock;
  private final long device;
  private final LongSupplier millis;
  private Map<String, Listing> listings = new HashMap<>();
  private Set<String> names = Set.of();

  /**
   * Names of one course.
   *
   * @param device the device whose time the clock tells; folders on others are always listed
   */
  FolderNames(FileClock clock, long device) {
    this(clock, device, System::currentTimeMillis);
  }

  /** As above, with another clock for what is not decided by clocks. */
  FolderNames(FileClock clock, long device, LongSupplier millis) {
    this.clock = clock;
    this.device = device;
    this.millis = millis;
  }

  /**
   * One folder as listed.
   *
   * @param stat what it looked like before it was listed
   * @param children all names in it
   * @param files the names of its files, relative to the course
   * @param folders its folders by name, relative to the course
   * @param settled whether no change since can have left it looking the same
   */
  private record Listing(
      Optional<FileStat> stat,
      Set<String> children,
      Set<String> files,
      Map<String, Path> folders,
      boolean settled) {

    static final Listing EMPTY = new Listing(Optional.empty(), Set.of(), Set.of(), Map.of(), false);

    boolean isStill(FileStat now) {
      return settled && stat.equals(Optional.of(now));
    }

    Listing touched(FileStat now, boolean nowSettled) {
      return new Listing(Optional.of(now), children, files, folders, nowSettled);
    }

    boolean holdsSame(Listing other) {
      return files.equals(other.files) && folders.equals(other.folders);
    }
  }

  /**
   * The names below a folder; none if it is not there.
   *
   * @param elsewhere tells, by the name as found, the folders that are courses of their own
   */
  synchronized Set<String> below(Path folder, Predicate<String> elsewhere) {
    Map<String, Listing> now = new HashMap<>();
    boolean same = visit(folder, "", elsewhere, now) && now.size() == listings.size();
    listings = now;
    if (!same) {
      Set<String> all = new HashSet<>();
      now.values().forEach(listing -> all.addAll(listing.files()));
      names = Set.copyOf(all);
    }
    return names;
  }

  /** Looks at a folder and all below it; tells whether they hold what they held before. */
  private boolean visit(
      Path folder, String name, Predicate<String> elsewhere, Map<String, Listing> now) {
    Optional<Listing> before = Optional.ofNullable(listings.get(name));
    Listing listing = listing(folder, name, before);
    now.put(name, listing);
    boolean same = before.filter(listing::holdsSame).isPresent();
    for (Map.Entry<String, Path> child : listing.folders().entrySet()) {
      if (!elsewhere.test(child.getKey())) {
        same &= visit(child.getValue(), child.getKey(), elsewhere, now);
      }
    }
    return same;
  }

  /** A folder as it is; one that cannot be listed counts as empty, until it can. */
  private Listing listing(Path folder, String name, Optional<Listing> before) {
    try {
      FileStat stat = FileStat.of(folder);
      Optional<Listing> still = before.filter(listing -> listing.isStill(stat));
      return still.isPresent() ? still.get() : list(folder, name, stat, before);
    } catch (IOException e) {
      return Listing.EMPTY;
    }
  }

  private Listing list(Path folder, String name, FileStat stat, Optional<Listing> before)
      throws IOException {
    boolean settled = isSettled(stat);
    Set<String> children = children(folder);
    Optional<Listing> same = before.filter(listing -> listing.children().equals(children));
    if (same.isPresent()) {
      return same.get().touched(stat, settled);
    }
    Set<String> files = new HashSet<>();
    Map<String, Path> folders = new HashMap<>();
    for (String child : children) {
      String below = UnicodeNames.below(name, child);
      if (isFolder(folder, child, below, before)) {
        folders.put(below, folder.resolve(child));
      } else {
        files.add(below);
      }
    }
    return new Listing(Optional.of(stat), children, files, folders, settled);
  }

  private static Set<String> children(Path folder) throws IOException {
    String[] names = folder.toFile().list();
    if (names == null) {
      throw new IOException("it cannot be listed");
    }
    Set<String> children = new HashSet<>(names.length * 2);
    for (String child : names) {
      if (!DefaultIgnores.isReserved(child)) {
        children.add(child);
      }
    }
    return children;
  }

  /** Known files are not looked at again. */
  private static boolean isFolder(Path parent, String child, String name, Optional<Listing> before)
      throws IOException {
    if (before.filter(listing -> listing.files().contains(name)).isPresent()) {
      return false;
    }
    try {
      return FileStat.of(parent.resolve(child)).isFolder();
    } catch (NoSuchFileException | InvalidPathException e) {
      return false;
    }
  }

  private boolean isSettled(FileStat stat) {
    long age = TimeUnit.MILLISECONDS.toNanos(millis.getAsLong()) - stat.changed();
    return age > LATELY && stat.device() == device && StatCache.isOlder(stat, clock.now());
  }
}
