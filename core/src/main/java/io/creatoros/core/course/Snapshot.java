package io.creatoros.core.course;

/**
 * One artifact's bytes, read once and held apart: they have the hash that was asked for, and no
 * edit of the file reaches them. The caller closes it; no stream can be opened afterwards.
 */
public interface Snapshot extends Content, AutoCloseable {

  /** The length in bytes. */
  long size();

  /** Gives back the memory or the private copy behind it. May be called again. */
  @Override
  void close();
}
