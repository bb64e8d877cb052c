package io.creatoros.core.sync;

import io.creatoros.core.compare.Base;
import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.compare.PathBase;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.ManifestEntry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells courses of which nothing has to be read. Pure. */
final class QuietCourse {

  private QuietCourse() {}

  /** Whether nothing moved on either side since both were last seen equal. */
  static boolean is(FolderScan scan, CourseBases bases, CourseHead head) {
    if (!bases.agreesWith(head)
        || !scan.errors().isEmpty()
        || !scan.manifest().unreadable().isEmpty()) {
      return false;
    }
    Map<ArtifactPath, ManifestEntry> entries = scan.manifest().entries();
    int present = 0;
    for (var path : bases.paths().entrySet()) {
      ManifestEntry entry = entries.get(path.getKey());
      if (!holds(path.getValue(), entry)) {
        return false;
      }
      present += entry == null ? 0 : 1;
    }
    return present == entries.size();
  }

  private static boolean holds(PathBase known, @Nullable ManifestEntry entry) {
    if (known.note().isPresent() || known.base().isEmpty()) {
      return false;
    }
    Base base = known.base().get();
    return entry == null
        ? base.hash().isEmpty()
        : base.hash().filter(entry.hash()::equals).isPresent() && entry.name().equals(base.name());
  }
}
