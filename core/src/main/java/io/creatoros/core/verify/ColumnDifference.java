package io.creatoros.core.verify;

import java.util.Optional;

/**
 * A column of a typed row that is not what the folder's files project to.
 *
 * @param column its name
 * @param files what the files project to, shortened; for a long text the beginning of its hash;
 *     empty where they project to nothing
 * @param mirror what the mirror holds, likewise
 */
public record ColumnDifference(String column, Optional<String> files, Optional<String> mirror) {

  /** This in words. */
  public String describe() {
    return column + " is " + mirror.orElse("empty") + ", the files say " + files.orElse("nothing");
  }
}
