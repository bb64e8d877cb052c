package io.creatoros.core.sync;

import java.util.Set;

/**
 * What one run may do.
 *
 * @param dryRun compare only; nothing is written anywhere
 * @param full recompute the hashes of the bytes that the mirror stores, instead of trusting its
 *     records
 * @param join write to courses that this workspace meets in the mirror for the first time
 * @param allowDeletes delete even all files of a course, or a large part of it
 * @param ours conflicts and remote changes for which this folder's side is to win
 * @param theirs conflicts and remote changes for which the mirror's side is to win
 */
public record SyncOptions(
    boolean dryRun,
    boolean full,
    boolean join,
    boolean allowDeletes,
    Set<ArtifactRef> ours,
    Set<ArtifactRef> theirs) {

  /** A plain run. */
  public static final SyncOptions PLAIN =
      new SyncOptions(false, false, false, false, Set.of(), Set.of());

  /** A run that only compares. */
  public static final SyncOptions DRY_RUN =
      new SyncOptions(true, false, false, false, Set.of(), Set.of());

  public SyncOptions {
    ours = Set.copyOf(ours);
    theirs = Set.copyOf(theirs);
    if (ours.stream().anyMatch(theirs::contains)) {
      throw new IllegalArgumentException("a path cannot be decided for both sides");
    }
  }

  /** This, joining courses met for the first time. */
  public SyncOptions joining() {
    return new SyncOptions(dryRun, full, true, allowDeletes, ours, theirs);
  }

  /** This, lifting what of the delete guard can be lifted. */
  public SyncOptions allowingDeletes() {
    return new SyncOptions(dryRun, full, join, true, ours, theirs);
  }

  /** This, recomputing hashes in the mirror. */
  public SyncOptions recomputing() {
    return new SyncOptions(dryRun, true, join, allowDeletes, ours, theirs);
  }

  /** This, with conflicts decided. */
  public SyncOptions deciding(Set<ArtifactRef> forOurs, Set<ArtifactRef> forTheirs) {
    return new SyncOptions(dryRun, full, join, allowDeletes, forOurs, forTheirs);
  }
}
