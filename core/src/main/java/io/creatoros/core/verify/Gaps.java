package io.creatoros.core.verify;

import io.creatoros.core.course.FolderScan;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What a look at a folder left out or could not see, by path as found. */
final class Gaps {

  /** The gaps of a place that has none. */
  static final Gaps NONE = new Gaps(Map.of(), Collections.emptySortedMap());

  private final Map<String, FolderScan.Excluded> excluded;
  private final SortedMap<String, String> errors;

  private Gaps(Map<String, FolderScan.Excluded> excluded, SortedMap<String, String> errors) {
    this.excluded = excluded;
    this.errors = errors;
  }

  static Gaps of(FolderScan scan) {
    Map<String, FolderScan.Excluded> excluded = new HashMap<>();
    scan.excluded().forEach(path -> excluded.put(path.path(), path));
    return new Gaps(excluded, scan.errors());
  }

  /** What could not be seen, by path; the empty path is the whole folder. */
  SortedMap<String, String> errors() {
    return errors;
  }

  /** Why a path may be there though it was not seen: it, or a folder above it, cannot be read. */
  Optional<String> unseen(String name) {
    for (String at = name; ; at = parent(at)) {
      String error = errors.get(at);
      if (error != null) {
        return Optional.of(error);
      }
      if (at.isEmpty()) {
        return Optional.empty();
      }
    }
  }

  /** Why a path is no artifact, though something is there; empty when nothing was left out. */
  String leftOut(String name) {
    for (String at = name; !at.isEmpty(); at = parent(at)) {
      FolderScan.Excluded rule = excluded.get(at);
      if (rule != null) {
        return switch (rule.reason()) {
          case LINK -> "it is a link to " + rule.rule() + " there; links are not followed";
          case SPECIAL_FILE -> "it is no regular file there";
          case IGNORED_BY_DEFAULT, IGNORED_BY_FILE -> "it is ignored there (" + rule.rule() + ")";
        };
      }
    }
    return "";
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
