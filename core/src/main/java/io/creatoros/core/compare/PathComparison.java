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

  /** Whether the mirror was seen to hold just what the base says, whole and unharmed. */
  public boolean isAtBase() {
    boolean harmed = remoteEntry().filter(entry -> entry.damaged() || !entry.stored()).isPresent();
    boolean held = base().flatMap(Base::hash).equals(expected());
    return switch (verdict) {
      case EQUAL -> true;
      case OWED, OWED_DELETE -> !harmed && held;
      case UNKNOWN -> !harmed && held && remote().isPresent() == base().isPresent();
      case REMOTE_AHEAD, CONFLICT -> false;
    };
  }

  /** Whether the comparison settles what became of a note. */
  boolean answers(Note note) {
    return verdict == Verdict.EQUAL || base.map(Base::hash).equals(Optional.of(note.sent()));
  }
}
