package io.creatoros.core.sync;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.Sha256;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Where the bytes of files that are gone stand now, in the folders that a run has looked at. */
final class Moves {

  private final Map<Sha256, Standing> standing = new HashMap<>();

  /** Takes all courses' state after the writes of a run. */
  Moves(Collection<CourseTally> tallies) {
    for (CourseTally tally : tallies) {
      for (Map.Entry<ArtifactPath, ManifestEntry> file :
          tally.scan().manifest().entries().entrySet()) {
        boolean arrived = tally.wasWritten() && !tally.open().containsKey(file.getKey());
        standing.merge(
            file.getValue().hash(),
            arrived ? Standing.ARRIVED : Standing.NOT_ARRIVED,
            (one, other) -> one == Standing.ARRIVED ? one : other);
      }
    }
  }

  /** What became of bytes. */
  enum Standing {
    /** No file holds them: they were deleted. */
    NOWHERE,
    /** A file holds them and the mirror has it. */
    ARRIVED,
    /** A file holds them and the mirror does not have it yet. */
    NOT_ARRIVED
  }

  Standing of(Sha256 hash) {
    return standing.getOrDefault(hash, Standing.NOWHERE);
  }
}
