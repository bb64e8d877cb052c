package io.creatoros.testkit;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.Manifest;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.Sha256;
import java.text.Normalizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One course folder in memory: bytes by name as found. */
record InMemoryFolder(
    SortedMap<String, byte[]> files,
    SortedMap<String, String> unreadable,
    SortedMap<String, FolderScan.Excluded> excluded,
    SortedMap<String, String> errors) {

  static final InMemoryFolder ABSENT =
      new InMemoryFolder(
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap());

  InMemoryFolder() {
    this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  FolderScan scan(CourseId course) {
    SortedMap<ArtifactPath, ManifestEntry> entries = new TreeMap<>();
    SortedMap<ArtifactPath, String> failed = new TreeMap<>();
    names()
        .forEach(
            (path, name) -> {
              if (unreadable.containsKey(name)) {
                failed.put(path, unreadable.get(name));
              } else {
                entries.put(path, entry(path, name));
              }
            });
    Manifest manifest = new Manifest(course, 0, entries, failed);
    return new FolderScan(manifest, excluded.values().stream().toList(), errors, this != ABSENT);
  }

  private ManifestEntry entry(ArtifactPath path, String name) {
    byte[] bytes = files.get(name);
    Sha256 hash = Sha256.of(bytes);
    return new ManifestEntry(path, name, hash, hash, bytes.length, ArtifactKind.of(path), true, 0);
  }

  Optional<byte[]> read(ArtifactPath path) {
    return Optional.ofNullable(names().get(path)).map(files::get);
  }

  /** The names that are artifacts, by key. */
  Map<ArtifactPath, String> names() {
    Map<ArtifactPath, String> names = new HashMap<>();
    for (String name : files.keySet()) {
      if (!isHidden(name)) {
        names.put(key(name), name);
      }
    }
    return names;
  }

  private ArtifactPath key(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    boolean taken = !composed.equals(name) && files.containsKey(composed);
    return new ArtifactPath(taken ? name : composed);
  }

  private boolean isHidden(String name) {
    return excluded.keySet().stream().anyMatch(path -> isAt(name, path))
        || errors.keySet().stream().anyMatch(path -> path.isEmpty() || isAt(name, path));
  }

  private static boolean isAt(String name, String path) {
    return name.equals(path) || name.startsWith(path + "/");
  }
}
