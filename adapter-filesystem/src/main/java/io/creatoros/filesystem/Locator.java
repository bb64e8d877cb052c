package io.creatoros.filesystem;

import io.creatoros.core.storage.StorageException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds the file behind a key, one segment after the other, so that no link is followed, no rule is
 * passed over and nothing outside the root is ever reached.
 */
final class Locator {

  private final Path root;

  Locator(Path root) {
    this.root = root;
  }

  /**
   * Finds a path below the root.
   *
   * @param key its segments as keys
   * @param spelling the same segments, as to be spelled where they are missing
   */
  Located locate(List<String> key, List<String> spelling) {
    Path at = root;
    IgnoreRules rules = IgnoreRules.defaults();
    String ruled = "";
    Optional<FileStat> stat = Optional.empty();
    boolean there = true;
    for (int i = 0; i < key.size(); i++) {
      boolean last = i == key.size() - 1;
      try {
        rules = there ? rules.in(at, ruled) : rules;
        at = child(at, key.get(i), spelling.get(i), there);
        stat = there ? stat(at) : Optional.empty();
      } catch (IOException e) {
        return Located.blocked(at, Failures.reason(e));
      } catch (InvalidPathException e) {
        return Located.blocked(at, "its name cannot be spelled here: set LC_ALL=C.UTF-8");
      }
      there = stat.isPresent();
      String name = at.getFileName().toString();
      Optional<FileStat> found = stat;
      boolean folder = stat.map(FileStat::isFolder).orElse(!last);
      Optional<String> obstacle =
          rules
              .exclusion(ruled, name, folder)
              .map(Located::ignored)
              .or(() -> obstacle(found, last));
      ruled = UnicodeNames.below(ruled, UnicodeNames.composed(name));
      if (obstacle.isPresent()) {
        return Located.blocked(at, obstacle.get());
      }
    }
    return new Located(at, stat, Optional.empty());
  }

  private static Optional<String> obstacle(Optional<FileStat> stat, boolean last) {
    return stat.flatMap(
        found ->
            switch (found.kind()) {
              case LINK -> Optional.of("a link is there, and links are not followed");
              case SPECIAL -> Optional.of("something that is no regular file is there");
              case FOLDER -> last ? Optional.of("a folder is there") : Optional.empty();
              case FILE ->
                  last ? Optional.empty() : Optional.of("a file stands where a folder must be");
            });
  }

  /** The folder of a course; empty when it is not there, or is no folder. */
  Optional<Path> folder(String path) {
    Path at = root;
    for (String segment : path.split("/")) {
      try {
        at = child(at, segment, segment, true);
        if (!FileStat.of(at).isFolder()) {
          return Optional.empty();
        }
      } catch (NoSuchFileException e) {
        return Optional.empty();
      } catch (IOException e) {
        throw failure(path, e);
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }
    return Optional.of(at);
  }

  private static StorageException failure(String path, IOException cause) {
    return Failures.failed("look at the folder \"" + path + "\"", cause);
  }

  private static Path child(Path folder, String key, String spelling, boolean listable)
      throws IOException {
    if (!listable || UnicodeNames.isPlain(key)) {
      return folder.resolve(spelling);
    }
    Path exact = folder.resolve(key);
    if (stat(exact).isPresent()) {
      return exact;
    }
    Siblings siblings = Siblings.in(folder);
    return siblings.all().stream()
        .filter(child -> siblings.key(child).equals(key))
        .map(Siblings.Child::path)
        .findFirst()
        .orElse(folder.resolve(spelling));
  }

  private static Optional<FileStat> stat(Path path) throws IOException {
    try {
      return Optional.of(FileStat.of(path));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
