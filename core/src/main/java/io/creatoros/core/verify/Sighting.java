package io.creatoros.core.verify;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Manifest;
import io.creatoros.core.course.ManifestEntry;
import java.util.Optional;

/**
 * A course as seen at a place, at one time.
 *
 * @param place where
 * @param manifest what was seen
 * @param gaps what was not
 * @param present whether the place holds the course
 * @param version what tells that the place as a whole moved on; constant where only single paths
 *     move
 */
record Sighting(Place place, Manifest manifest, Gaps gaps, boolean present, Object version) {

  /** Whether a path looks the same in another sighting of this place. */
  boolean agrees(Sighting other, ArtifactPath path) {
    return at(path).equals(other.at(path))
        && unreadable(path).equals(other.unreadable(path))
        && present == other.present;
  }

  Optional<ManifestEntry> at(ArtifactPath path) {
    return Optional.ofNullable(manifest.entries().get(path));
  }

  Optional<String> unreadable(ArtifactPath path) {
    return Optional.ofNullable(manifest.unreadable().get(path));
  }
}
