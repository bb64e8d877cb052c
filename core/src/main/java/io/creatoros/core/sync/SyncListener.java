package io.creatoros.core.sync;

/** Hears how a run goes on, for showing progress. Called from several threads. */
public interface SyncListener {

  /** Hears nothing. */
  SyncListener SILENT = new SyncListener() {};

  /** The run knows how many courses it looks at. */
  default void started(int courses) {}

  /** Bytes of contents were stored in the mirror. */
  default void sent(long bytes) {}

  /** A course is done, unless its deletes are still to be judged. */
  default void finished(CourseReport report) {}
}
