package io.creatoros.core.reading;

/**
 * Reads the files of one kind. Pure: the same path and text give the same answer. Never throws on
 * content, whatever it holds.
 */
@FunctionalInterface
public interface FileReader {

  /** What the file says, as far as it can be understood. */
  Understanding read(SourceText source);
}
