package io.creatoros.filesystem;

import io.creatoros.core.course.ManifestEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered of a course's files: the stat with which each was read, and what came of it.
 *
 * <p>A file that was written in the moment it was read, by the clock of the file system, may be
 * written again in the same moment, with the same stat. So an entry is remembered only if the file
 * was older than the moment before it was read.
 */
final class StatCache {

  private static final long SECOND = 1_000_000_000L;

  /** A file as it was read. */
  record Cached(long size, long modified, long changed, long inode, ManifestEntry entry) {

    boolean isStill(FileStat stat) {
      return size == stat.size()
          && modified == stat.modified()
          && changed == stat.changed()
          && inode == stat.inode();
    }
  }

  private final Map<String, Cached> before;
  private final Map<String, Cached> after;
  private final long device;
  private boolean changed;

  /**
   * A cache for one scan.
   *
   * @param before what was remembered, by name as found
   * @param device the device whose time the clock tells; files on others are always read
   */
  StatCache(Map<String, Cached> before, long device) {
    this.before = before;
    this.after = new HashMap<>(Math.max(16, before.size() * 2));
    this.device = device;
  }

  /** The entry of a file that was not touched since it was read. */
  Optional<ManifestEntry> unchanged(String name, FileStat stat) {
    Cached cached = before.get(name);
    if (cached == null || !cached.isStill(stat) || stat.device() != device) {
      return Optional.empty();
    }
    after.put(name, cached);
    return Optional.of(cached.entry());
  }

  /**
   * Remembers a file that was read.
   *
   * @param moment a moment of the file system's clock before the reading began
   */
  void remember(ManifestEntry entry, FileStat stat, long moment) {
    if (stat.device() == device && isOlder(stat, moment)) {
      after.put(
          entry.name(),
          new Cached(stat.size(), stat.modified(), stat.changed(), stat.inode(), entry));
      changed = true;
    }
  }

  /** What is to be remembered from now on. */
  Map<String, Cached> remembered() {
    return after;
  }

  boolean isChanged() {
    return changed || after.size() != before.size();
  }

  /** Whether something was last touched before a moment of the file system's clock. */
  static boolean isOlder(FileStat stat, long moment) {
    if (moment == FileClock.UNKNOWN) {
      return false;
    }
    long limit = moment % SECOND == 0 ? moment - 2 * SECOND : moment;
    return stat.modified() < limit && stat.changed() < limit;
  }
}
