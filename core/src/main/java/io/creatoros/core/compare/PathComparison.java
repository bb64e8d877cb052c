package io.creatoros.core.compare;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.Sha256;
import java.util.Optional;

/**
 * One path, compared.
 *
 * @param path the path
 * @param verdict what is to be done
 * @param local the file in the folder; empty when absent or not readable
 * @param remote what the mirror holds; empty when it never held anything
 * @param base the base that remains or is to be adopted; empty when there is none
 * @param reason why, in words for a person; empty for the plain cases
 */
public record PathComparison(
    ArtifactPath path,
    Verdict verdict,
    Optional<ManifestEntry> local,
    Optional<RemoteFile> remote,
    Optional<Base> base,
    String reason) {

  /** The recorded hash that a commit has to expect in the mirror; empty for no file. */
  public Optional<Sha256> expected() {
    return remoteEntry().map(ManifestEntry::recorded);
  }

  /** The mirror's file, if it holds one. */
  public Optional<ManifestEntry> remoteEntry() {
    return remote
        .filter(RemoteFile.Stored.class::isInstance)
        .map(stored -> ((RemoteFile.Stored) stored).entry());
  }
}
