package io.creatoros.core.compare;

import io.creatoros.core.course.FolderScan;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a scan left out or could not see, so that its absence means nothing. Names are found
 * whatever Unicode form they are spelled in.
 */
final class HiddenPaths {

  private final Map<String, FolderScan.Excluded> excluded = new HashMap<>();
  private final Map<String, String> errors = new HashMap<>();

  HiddenPaths(FolderScan scan) {
    scan.excluded().forEach(path -> excluded.put(composed(path.path()), path));
    scan.errors().forEach((path, reason) -> errors.put(composed(path), reason));
  }

  /** Why a path, or a folder above it, is hidden; empty when it would have been seen. */
  Optional<String> reason(String name) {
    String at = composed(name);
    return firstUpwards(at, excluded::get)
        .map(HiddenPaths::describe)
        .or(() -> error(at).map(reason -> "cannot be seen: " + reason));
  }

  private Optional<String> error(String name) {
    return firstUpwards(name, errors::get).or(() -> Optional.ofNullable(errors.get("")));
  }

  private static <T> Optional<T> firstUpwards(String name, Function<String, @Nullable T> lookUp) {
    for (String at = name; !at.isEmpty(); at = parent(at)) {
      T found = lookUp.apply(at);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  private static String describe(FolderScan.Excluded excluded) {
    return switch (excluded.reason()) {
      case LINK -> "is a link to " + excluded.rule() + " now; links are not followed";
      case SPECIAL_FILE -> "is no regular file now";
      case IGNORED_BY_DEFAULT, IGNORED_BY_FILE ->
          "is ignored now (" + excluded.rule() + ") but still stored";
    };
  }
}
