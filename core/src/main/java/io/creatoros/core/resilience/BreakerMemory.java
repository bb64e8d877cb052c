package io.creatoros.core.resilience;

import java.time.Instant;
import java.util.Optional;

/**
 * What the processes of a workspace tell each other about a mirror that does not answer. Advice
 * only: it may be lost at any time, which counts as a mirror that answers, and processes that write
 * it at once may overwrite each other. No method fails for the sake of where it is kept. May be
 * used from several threads.
 */
public interface BreakerMemory {

  /** The last trouble told of; empty when there is none, or it was lost. */
  Optional<Trouble> load();

  /** Replaces what is known; a reader sees the old or the new whole. */
  void save(Trouble trouble);

  /** Forgets the trouble: the mirror answers. */
  void clear();

  /**
   * Takes the turn of the one that tries the mirror; empty while anybody has it, in this process or
   * another. A process that ends gives its turn back, however it ends.
   */
  Optional<Turn> tryTurn();

  /** The turn of the one that tries the mirror. */
  interface Turn extends AutoCloseable {

    /** Gives it back; again does nothing. */
    @Override
    void close();
  }

  /**
   * Calls that failed in a row.
   *
   * @param failures how many, at least one
   * @param since when the first of them failed
   * @param last when the last of them failed
   * @param until when the mirror is to be tried again; empty while calls still go to it
   * @param reason why the last of them failed, in words, without secrets
   */
  record Trouble(
      int failures, Instant since, Instant last, Optional<Instant> until, String reason) {

    public Trouble {
      if (failures < 1) {
        throw new IllegalArgumentException("no failures are no trouble: " + failures);
      }
    }
  }
}
