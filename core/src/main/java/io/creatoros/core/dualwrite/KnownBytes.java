package io.creatoros.core.dualwrite;

import io.creatoros.core.compare.Bases;
import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.storage.StorageException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The bytes of a course that need not be kept when they are replaced: those that a mirror has
 * acknowledged, and those that were written here. What cannot be found out counts as unknown. What
 * a mirror acknowledged is read once per course.
 */
final class KnownBytes {

  private final Supplier<Optional<Bases>> remembered;
  private final Map<CourseId, Set<Sha256>> acknowledged = new ConcurrentHashMap<>();
  private final Map<CourseId, Set<Sha256>> written = new ConcurrentHashMap<>();

  KnownBytes(Supplier<Optional<Bases>> remembered) {
    this.remembered = remembered;
  }

  boolean include(CourseId course, Sha256 hash) {
    return written.getOrDefault(course, Set.of()).contains(hash)
        || acknowledged(course).contains(hash);
  }

  void written(CourseId course, Sha256 hash) {
    written.computeIfAbsent(course, unused -> ConcurrentHashMap.newKeySet()).add(hash);
  }

  private Set<Sha256> acknowledged(CourseId course) {
    Set<Sha256> known = acknowledged.get(course);
    if (known != null) {
      return known;
    }
    Set<Sha256> loaded = loaded(course);
    if (!loaded.isEmpty()) {
      acknowledged.put(course, loaded);
    }
    return loaded;
  }

  private Set<Sha256> loaded(CourseId course) {
    try {
      return remembered
          .get()
          .flatMap(bases -> bases.load(course))
          .map(KnownBytes::hashes)
          .orElse(Set.of());
    } catch (StorageException e) {
      return Set.of();
    }
  }

  private static Set<Sha256> hashes(CourseBases bases) {
    return bases.paths().values().stream()
        .flatMap(path -> path.base().stream())
        .flatMap(base -> base.hash().stream())
        .collect(Collectors.toSet());
  }
}
