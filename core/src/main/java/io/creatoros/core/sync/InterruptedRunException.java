package io.creatoros.core.sync;

/** The run was interrupted. What was acknowledged stays; the next run goes on from there. */
public final class InterruptedRunException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says so. */
  public InterruptedRunException() {
    super("interrupted; the next run goes on from here");
  }
}
