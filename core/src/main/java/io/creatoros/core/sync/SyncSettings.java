package io.creatoros.core.sync;

import java.time.Duration;

/**
 * How a workspace synchronises.
 *
 * @param origin the label written with every revision, for people
 * @param sizeLimit the largest file whose bytes are stored, in bytes; larger ones are recorded by
 *     hash and size
 * @param senders how many courses are worked on at once
 * @param patience how long to wait for a course that somebody else is synchronising
 * @param tries how often a course is read again and tried again when it moves on meanwhile
 * @param projecting whether typed rows are written with the files; without them a mirror holds
 *     bytes only
 * @param searchable whether lessons are entered into the mirror's full-text index
 */
public record SyncSettings(
    String origin,
    long sizeLimit,
    int senders,
    Duration patience,
    int tries,
    boolean projecting,
    boolean searchable) {

  /** 25 MiB: the default of {@link #sizeLimit}. */
  public static final long DEFAULT_SIZE_LIMIT = 25L << 20;

  /**
   * Three: the default of {@link #senders}. While one waits for the database to write, two keep two
   * processors busy.
   */
  public static final int DEFAULT_SENDERS = 3;

  public SyncSettings {
    if (sizeLimit < 0 || senders < 1 || tries < 1 || patience.isNegative()) {
      throw new IllegalArgumentException(
          "size limit and patience cannot be negative; senders and tries are at least 1");
    }
  }

  /** Writes typed rows and enters lessons into the full-text index. */
  public SyncSettings(String origin, long sizeLimit, int senders, Duration patience, int tries) {
    this(origin, sizeLimit, senders, patience, tries, true, true);
  }

  /** These, writing bytes only. */
  public SyncSettings bytesOnly() {
    return new SyncSettings(origin, sizeLimit, senders, patience, tries, false, searchable);
  }

  /** These, leaving lessons out of the full-text index. */
  public SyncSettings unsearchable() {
    return new SyncSettings(origin, sizeLimit, senders, patience, tries, projecting, false);
  }

  /** The defaults, under this label: 25 MiB, three senders, no waiting, ten tries. */
  public static SyncSettings defaults(String origin) {
    return new SyncSettings(origin, DEFAULT_SIZE_LIMIT, DEFAULT_SENDERS, Duration.ZERO, 10);
  }
}
