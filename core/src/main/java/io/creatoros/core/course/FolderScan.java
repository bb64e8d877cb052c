package io.creatoros.core.course;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a look at a course folder found.
 *
 * @param manifest the artifacts, readable and not
 * @param excluded what is there but is no artifact: ignored paths and links; never taken for
 *     deleted
 * @param errors what kept the scan from being complete, as path (relative to the course, empty for
 *     the course folder itself) and reason: a folder that cannot be listed, a name that is no text;
 *     while there are any, nothing is taken for deleted
 * @param present whether the course folder exists
 */
public record FolderScan(
    Manifest manifest, List<Excluded> excluded, SortedMap<String, String> errors, boolean present) {

  public FolderScan {
    excluded = List.copyOf(excluded);
    errors = Collections.unmodifiableSortedMap(new TreeMap<>(errors));
  }

  /**
   * A path left out on purpose. A folder left out stands for everything below it.
   *
   * @param path relative to the course, as found
   * @param reason why it was left out
   * @param rule the rule that did it, such as {@code *.mov} and the file that holds it; for a link
   *     its target
   */
  public record Excluded(String path, Reason reason, String rule) {}

  /** Why a path is no artifact. */
  public enum Reason {
    /** One of the patterns that are always ignored. */
    IGNORED_BY_DEFAULT,
    /** A line of a {@code .creatorosignore}. */
    IGNORED_BY_FILE,
    /** A symbolic link; links are never followed. */
    LINK,
    /** A socket, device or pipe. */
    SPECIAL_FILE
  }
}
