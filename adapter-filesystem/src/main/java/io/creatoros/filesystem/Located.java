package io.creatoros.filesystem;

import io.creatoros.core.course.FolderScan.Excluded;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a key leads on disk.
 *
 * @param path where the file is, or would be written
 * @param stat what stands there; empty for nothing
 * @param obstacle why no artifact can be there: a link, a file on the way, a rule that ignores it
 */
record Located(Path path, Optional<FileStat> stat, Optional<String> obstacle) {

  static Located blocked(Path path, String obstacle) {
    return new Located(path, Optional.empty(), Optional.of(obstacle));
  }

  static String ignored(Excluded rule) {
    return "it is ignored (" + rule.rule() + ")";
  }

  /** The file, if one is there and nothing stands against it. */
  Optional<Path> file() {
    return obstacle.isEmpty() && stat.filter(FileStat::isFile).isPresent()
        ? Optional.of(path)
        : Optional.empty();
  }
}
