package io.creatoros.core.verify;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.Manifest;
import io.creatoros.core.course.ManifestEntry;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A place that one course is looked at in, as often as needed. */
interface Watched {

  /** Looks at the course. */
  Sighting look(Evidence evidence);

  /** Looks again; gives back the earlier sighting itself where nothing can have moved since. */
  Sighting again(Sighting before, Evidence evidence);

  /** A course folder: each file moves on its own. What is read of it is handed on. */
  record Folder(CourseFolders folders, CourseId course, CourseFolders.BytesRead reader)
      implements Watched {
    @Override
    public Sighting look(Evidence evidence) {
      FolderScan scan = folders.scan(course, evidence, reader);
      return new Sighting(Place.FOLDER, scan.manifest(), Gaps.of(scan), scan.present(), course);
    }

    @Override
    public Sighting again(Sighting before, Evidence evidence) {
      return look(evidence);
    }
  }

  /** A mirror: always recomputed from the stored bytes, and only when its course moved. */
  record Mirror(CourseMirror mirror, CourseId course) implements Watched {
    @Override
    public Sighting look(Evidence evidence) {
      return look(head());
    }

    @Override
    public Sighting again(Sighting before, Evidence evidence) {
      CourseHead head = head();
      return head.equals(before.version()) ? before : look(head);
    }

    private Sighting look(CourseHead head) {
      Manifest manifest = mirror.manifest(course, Evidence.RECOMPUTED);
      return new Sighting(Place.MIRROR, manifest, Gaps.NONE, manifest.revision() > 0, head);
    }

    private CourseHead head() {
      return mirror.heads(List.of(course)).getOrDefault(course, CourseHead.absent(course));
    }
  }

  /** A receipt: it never moves. */
  record Recorded(Receipt.CourseProof proof) implements Watched {
    @Override
    public Sighting look(Evidence evidence) {
      SortedMap<ArtifactPath, ManifestEntry> entries = new TreeMap<>();
      proof.paths().forEach((path, file) -> entries.put(path, entry(path, file)));
      Manifest manifest =
          new Manifest(proof.course(), proof.revision(), entries, Collections.emptySortedMap());
      return new Sighting(Place.RECEIPT, manifest, Gaps.NONE, true, proof.course());
    }

    @Override
    public Sighting again(Sighting before, Evidence evidence) {
      return before;
    }

    private static ManifestEntry entry(ArtifactPath path, FileProof file) {
      return new ManifestEntry(
          path,
          file.name(),
          file.hash(),
          file.hash(),
          file.size(),
          ArtifactKind.of(path),
          file.stored(),
          0);
    }
  }
}
