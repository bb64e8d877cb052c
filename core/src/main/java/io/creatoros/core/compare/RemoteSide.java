package io.creatoros.core.compare;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.Sha256;
import java.util.Optional;

/**
 * What the mirror holds at one path.
 *
 * @param file a file or a tombstone; empty when it never held anything
 */
record RemoteSide(Optional<RemoteFile> file) {

  static RemoteSide at(MirrorCourse mirror, ArtifactPath path) {
    return new RemoteSide(Optional.ofNullable(mirror.files().get(path)));
  }

  boolean isNothing() {
    return file.isEmpty();
  }

  /** The revision that wrote it; 0 for nothing. */
  long revision() {
    return file.map(RemoteFile::revision).orElse(0L);
  }

  /** The hash of the bytes; empty for a tombstone and for nothing. */
  Optional<Sha256> held() {
    return entry().map(ManifestEntry::hash);
  }

  /** The hash on record; empty for a tombstone and for nothing. */
  Optional<Sha256> recorded() {
    return entry().map(ManifestEntry::recorded);
  }

  /** The spelling of the path; empty for a tombstone and for nothing. */
  String name() {
    return entry().map(ManifestEntry::name).orElse("");
  }

  /** Whether just this content was deleted. */
  boolean isTombstoneOf(Sha256 hash) {
    return file.filter(RemoteFile.Tombstone.class::isInstance)
        .filter(tombstone -> ((RemoteFile.Tombstone) tombstone).lastHash().equals(hash))
        .isPresent();
  }

  Optional<ManifestEntry> entry() {
    return file.filter(RemoteFile.Stored.class::isInstance)
        .map(stored -> ((RemoteFile.Stored) stored).entry());
  }
}
