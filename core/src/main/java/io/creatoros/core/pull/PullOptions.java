package io.creatoros.core.pull;

/**
 * What one pull may do.
 *
 * @param allowDeletes delete even all files of a course, or a large part of it
 * @param join take this workspace's course and the mirror's for one, though this workspace meets it
 *     for the first time and has files of its own there
 */
public record PullOptions(boolean allowDeletes, boolean join) {

  /** A plain pull. */
  public static final PullOptions PLAIN = new PullOptions(false, false);

  /** This, allowing deletes or not. */
  public PullOptions allowingDeletes(boolean value) {
    return new PullOptions(value, join);
  }

  /** This, joining or not. */
  public PullOptions joining(boolean value) {
    return new PullOptions(allowDeletes, value);
  }
}
