package io.creatoros.core.course;

import java.util.List;
import java.util.Set;

/** What became of a commit. Everything but {@link Committed} means that nothing was written. */
public sealed interface CommitResult {

  /**
   * All changes are written.
   *
   * @param revision the course's new revision, which all changed files now have
   * @param refused the typed rows that the schema did not take
   */
  record Committed(long revision, List<RefusedRow> refused) implements CommitResult {
    public Committed {
      refused = List.copyOf(refused);
    }

    /** All was taken. */
    public Committed(long revision) {
      this(revision, List.of());
    }
  }

  /**
   * The course is not where the caller saw it: at another revision, or at the same without a typed
   * row that was to be kept.
   *
   * @param revision where it is now
   */
  record CourseMoved(long revision) implements CommitResult {}

  /**
   * Files were edited by hand without advancing the course: they do not hold the expected hash.
   *
   * @param paths those files
   */
  record FilesMoved(Set<ArtifactPath> paths) implements CommitResult {
    public FilesMoved {
      paths = Set.copyOf(paths);
    }
  }

  /**
   * Contents that the changes name are not there, or not whole.
   *
   * @param hashes those contents
   */
  record ContentsMissing(Set<Sha256> hashes) implements CommitResult {
    public ContentsMissing {
      hashes = Set.copyOf(hashes);
    }
  }
}
