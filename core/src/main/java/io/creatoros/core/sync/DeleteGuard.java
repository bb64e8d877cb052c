package io.creatoros.core.sync;

import java.util.Optional;

/**
 * Withholds deletes that look like an accident: a folder emptied, unmounted or half unreadable.
 * Withholds deletes only; writes go on.
 */
public final class DeleteGuard {

  private static final int FEW = 10;
  private static final int PERCENT = 20;

  private DeleteGuard() {}

  /**
   * What is known of a course's deletes.
   *
   * @param files how many files the other side is known to hold
   * @param deletes how many of them would be deleted; a file whose bytes stand at another path is a
   *     move and does not count
   * @param complete whether the look at the folder was complete and free of errors
   * @param rootEmpty whether the workspace's root holds nothing, or is not there
   */
  public record Situation(int files, int deletes, boolean complete, boolean rootEmpty) {}

  /**
   * Deletes are withheld.
   *
   * @param code a stable code in capitals
   * @param reason why, in words
   * @param next what to do
   */
  public record Stop(String code, String reason, String next) {}

  /**
   * Judges the deletes of one course.
   *
   * @param allowDeletes lifts the limits on how many files may go; never the others
   * @return why they are withheld; empty when they may go on
   */
  public static Optional<Stop> judge(Situation situation, boolean allowDeletes) {
    if (!situation.complete()) {
      return stop(
          "SCAN_INCOMPLETE",
          "part of the folder could not be seen, so a missing file may still be there",
          "make the folder readable, then repeat the command");
    }
    if (situation.rootEmpty()) {
      return stop(
          "ROOT_EMPTY",
          "the whole workspace is empty",
          "if it lies on a disk that is not mounted, mount it; then repeat the command");
    }
    int deletes = situation.deletes();
    if (allowDeletes || deletes == 0) {
      return Optional.empty();
    }
    if (deletes >= situation.files()) {
      return stop(
          "DELETES_WHOLE_COURSE",
          "all " + situation.files() + " files of the course are gone",
          "if they are to be deleted, repeat the command with --allow-deletes");
    }
    if (deletes > FEW && deletes * 100L > (long) PERCENT * situation.files()) {
      return stop(
          "DELETES_MANY",
          deletes + " of " + situation.files() + " files of the course are gone",
          "if they are to be deleted, repeat the command with --allow-deletes");
    }
    return Optional.empty();
  }

  private static Optional<Stop> stop(String code, String reason, String next) {
    return Optional.of(new Stop(code, reason, next));
  }
}
