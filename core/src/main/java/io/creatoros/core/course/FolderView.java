package io.creatoros.core.course;

import java.util.Set;
import java.util.SortedMap;

/**
 * A folder, as far as finding courses needs to know it. Implementations list it only when asked, so
 * that looking at a root costs no more than it must. Ignored paths and links are left out.
 */
public interface FolderView {

  /** The names of the files directly in it, as found. */
  Set<String> files();

  /** The folders directly in it, by their names as found. */
  SortedMap<String, FolderView> folders();
}
