package io.creatoros.core.projection;

import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.Manifest;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.reading.FileFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What course folders project to, by the folders alone. Writes nothing. */
public final class FolderProjection {

  private final CourseFolders folders;
  private final FactsReader reader;
  private final long sizeLimit;

  /**
   * Projects as this version does.
   *
   * @param sizeLimit the largest file whose bytes are stored, in bytes; larger ones are not read
   */
  public FolderProjection(CourseFolders folders, long sizeLimit) {
    this.folders = folders;
    this.reader = new CarefulReader();
    this.sizeLimit = sizeLimit;
  }

  /**
   * The rows and findings of a course as its folder is now. A file that cannot be read, or changes
   * meanwhile, is there without being understood; a folder that is not there has no rows.
   */
  public CourseRows of(CourseId course) {
    KeptBytes kept = new KeptBytes();
    Manifest manifest = folders.scan(course, Evidence.RECORDED, kept).manifest();
    FolderFacts facts = new FolderFacts(folders, course, kept, reader);
    List<CourseFile> files = new ArrayList<>();
    manifest
        .entries()
        .values()
        .forEach(entry -> files.add(file(entry, facts(entry, facts).orElse(FileFacts.NONE))));
    return Projector.assemble(course, files);
  }

  /**
   * The rows of a course as a scan found it; empty when a file is not as it was found any more.
   *
   * @param manifest what the scan found
   * @param kept bytes that it read
   */
  public Optional<CourseRows> of(Manifest manifest, KeptBytes kept) {
    FolderFacts facts = new FolderFacts(folders, manifest.course(), kept, reader);
    List<CourseFile> files = new ArrayList<>();
    for (ManifestEntry entry : manifest.entries().values()) {
      Optional<FileFacts> understood = facts(entry, facts);
      if (understood.isEmpty()) {
        return Optional.empty();
      }
      files.add(file(entry, understood.get()));
    }
    return Optional.of(Projector.assemble(manifest.course(), files));
  }

  private Optional<FileFacts> facts(ManifestEntry entry, FolderFacts facts) {
    return FactsReader.unread(entry.path(), entry.size(), isStored(entry))
        .or(() -> facts.of(entry.path(), entry.hash()));
  }

  private CourseFile file(ManifestEntry entry, FileFacts facts) {
    return new CourseFile(entry.path(), entry.hash(), entry.size(), isStored(entry), facts);
  }

  private boolean isStored(ManifestEntry entry) {
    return entry.size() <= sizeLimit;
  }
}
