package io.creatoros.testkit;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.Manifest;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.Snapshot;
import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.storage.StorageRejectedException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Course folders in memory, with the means to edit them by hand and to make them as hard to read as
 * real ones can be.
 */
public final class InMemoryCourseFolders implements CourseFolders {

  private final SortedMap<CourseId, InMemoryFolder> courses = new TreeMap<>();
  private final Map<String, byte[]> kept = new HashMap<>();
  private final List<CourseId> scans = new ArrayList<>();

  @Override
  public synchronized List<CourseId> courses() {
    return courses.entrySet().stream()
        .filter(course -> !course.getValue().files().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public synchronized Manifest manifest(CourseId course, Evidence evidence) {
    return folder(course).scan(course).manifest();
  }

  @Override
  public synchronized FolderScan scan(CourseId course, Evidence evidence) {
    scans.add(course);
    return folder(course).scan(course);
  }

  @Override
  public FolderScan scan(CourseId course, Evidence evidence, BytesRead reader) {
    return scan(course, evidence);
  }

  @Override
  public synchronized Set<String> names(CourseId course) {
    return Set.copyOf(folder(course).files().keySet());
  }

  @Override
  public synchronized Optional<InputStream> open(CourseId course, ArtifactPath path) {
    return folder(course).read(path).map(ByteArrayInputStream::new);
  }

  @Override
  public synchronized Snapshot snapshot(CourseId course, ArtifactPath path, Sha256 expected) {
    if (folder(course).unreadable().containsKey(path.value())) {
      throw new StorageRejectedException(
          "FILE_UNREADABLE", "file \"" + path + "\" cannot be read", "");
    }
    byte[] bytes =
        folder(course)
            .read(path)
            .filter(found -> Sha256.of(found).equals(expected))
            .orElseThrow(() -> conflict(path));
    return new InMemorySnapshot(bytes);
  }

  @Override
  public FolderBatch write(CourseId course) {
    return new InMemoryFolderBatch(this, course);
  }

  static StorageConflictException conflict(ArtifactPath path) {
    return new StorageConflictException(
        "FILE_CHANGED", "file \"" + path + "\" is not what was expected there", "creatoros status");
  }

  /** Writes a file as an editor does. */
  public synchronized void write(CourseId course, String name, byte[] bytes) {
    courses
        .computeIfAbsent(course, unused -> new InMemoryFolder())
        .files()
        .put(name, bytes.clone());
  }

  /** Deletes a file as a person does; the folder stays. */
  public synchronized void delete(CourseId course, String name) {
    if (courses.containsKey(course)) {
      folder(course).files().remove(name);
    }
  }

  /** Renames a course's folder. */
  public synchronized void rename(CourseId from, CourseId to) {
    courses.put(to, folder(from));
    courses.remove(from);
  }

  /** Makes a course's folder vanish, as when its disk is unmounted. */
  public synchronized void vanish(CourseId course) {
    courses.remove(course);
  }

  /** Deletes all files of a course; its folder stays, empty. */
  public synchronized void empty(CourseId course) {
    courses.put(course, new InMemoryFolder());
  }

  /** Makes a file unreadable until it is made readable again. */
  public synchronized void makeUnreadable(CourseId course, String name, String reason) {
    folder(course).unreadable().put(name, reason);
  }

  /** Makes all of a course readable again, and nothing of it ignored. */
  public synchronized void makeReadable(CourseId course) {
    folder(course).unreadable().clear();
    folder(course).excluded().clear();
    folder(course).errors().clear();
  }

  /** Leaves a path and all below it out of every look at the course. */
  public synchronized void exclude(
      CourseId course, String path, FolderScan.Reason reason, String rule) {
    folder(course).excluded().put(path, new FolderScan.Excluded(path, reason, rule));
  }

  /** Makes a folder of the course impossible to list; the empty path is the course's own. */
  public synchronized void makeUnlistable(CourseId course, String path, String reason) {
    folder(course).errors().put(path, reason);
  }

  /** The bytes of a file; empty when it is not there. */
  public synchronized Optional<byte[]> read(CourseId course, String name) {
    return Optional.ofNullable(folder(course).files().get(name));
  }

  /** What was kept aside, by the name that was given for it. */
  public synchronized Map<String, byte[]> kept() {
    return Map.copyOf(kept);
  }

  /** The courses that were scanned so far, in order, once for each scan. */
  public synchronized List<CourseId> scans() {
    return List.copyOf(scans);
  }

  synchronized String keep(CourseId course, ArtifactPath path, String label, byte[] bytes) {
    String where = "kept/" + (kept.size() + 1) + "/" + label + "/" + course + "/" + path;
    kept.put(where, bytes);
    return where;
  }

  synchronized InMemoryFolder folder(CourseId course) {
    return courses.getOrDefault(course, InMemoryFolder.ABSENT);
  }
}
