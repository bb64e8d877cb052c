package io.creatoros.core.persist;

import io.creatoros.core.dualwrite.FileWrite;
import java.util.List;

/** What a call writes, given what the folder holds. Planned anew when the folder moved on. */
@FunctionalInterface
interface Plan {

  /**
   * The files to write; at least one, no path twice.
   *
   * @throws io.creatoros.core.storage.StorageException if the folder does not allow it
   */
  List<FileWrite> writes(Desk desk);
}
