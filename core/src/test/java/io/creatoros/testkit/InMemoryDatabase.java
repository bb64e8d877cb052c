package io.creatoros.testkit;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.MirrorIdentity;
import io.creatoros.core.course.RowKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What mirrors in memory share: projects of courses that can be backed up, restored and dropped.
 */
public final class InMemoryDatabase {

  private MirrorIdentity identity = new MirrorIdentity(UUID.randomUUID());
  private Map<String, SortedMap<CourseId, InMemoryCourse>> projects = new HashMap<>();
  private final Set<RowKey> refused = new HashSet<>();
  private long edits;

  /** Everything a database held at one instant. */
  public static final class Backup {

    private final MirrorIdentity identity;
    private final Map<String, SortedMap<CourseId, InMemoryCourse>> projects;

    private Backup(
        MirrorIdentity identity, Map<String, SortedMap<CourseId, InMemoryCourse>> projects) {
      this.identity = identity;
      this.projects = copy(projects);
    }
  }

  /** Its identity; another one after {@link #drop}. */
  public synchronized MirrorIdentity identity() {
    return identity;
  }

  /** What it holds now. */
  public synchronized Backup backup() {
    return new Backup(identity, projects);
  }

  /** Goes back to what it held once; edits by hand made since are forgotten too. */
  public synchronized void restore(Backup backup) {
    identity = backup.identity;
    projects = copy(backup.projects);
  }

  /** Drops it and makes it anew, empty and with another identity. */
  public synchronized void drop() {
    identity = new MirrorIdentity(UUID.randomUUID());
    projects = new HashMap<>();
  }

  /** Empties it, keeping its identity. */
  public synchronized void truncate() {
    projects = new HashMap<>();
  }

  /** Makes its schema refuse a row of every course. */
  public synchronized void refuse(RowKey key) {
    refused.add(key);
  }

  /** Makes its schema take what it was told to refuse. */
  public synchronized void acceptAll() {
    refused.clear();
  }

  Set<RowKey> refused() {
    return refused;
  }

  synchronized <T> T locked(Supplier<T> work) {
    return work.get();
  }

  long nextEdit() {
    return ++edits;
  }

  SortedMap<CourseId, InMemoryCourse> project(String name) {
    return projects.computeIfAbsent(name, unused -> new TreeMap<>());
  }

  private static Map<String, SortedMap<CourseId, InMemoryCourse>> copy(
      Map<String, SortedMap<CourseId, InMemoryCourse>> projects) {
    Map<String, SortedMap<CourseId, InMemoryCourse>> copy = new HashMap<>();
    projects.forEach((name, courses) -> copy.put(name, new TreeMap<>(courses)));
    return copy;
  }
}
