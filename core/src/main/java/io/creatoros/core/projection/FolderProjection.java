package io.creatoros.core.projection;

import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.Manifest;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.FileFacts;
import io.creatoros.core.storage.CorruptRecordException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What course folders project to, by the folders alone. Writes nothing. */
public final class FolderProjection {

  private static final Logger LOG = LoggerFactory.getLogger(FolderProjection.class);

  private final CourseFolders folders;
  private final FactsReader reader;
  private final long sizeLimit;

  /**
   * Projects as this version does.
   *
   * @param sizeLimit the largest file whose bytes are stored, in bytes; larger ones are not read
   */
  public FolderProjection(CourseFolders folders, long sizeLimit) {
    this(folders, sizeLimit, Readers::read);
  }

  /** Projects what another reader understands; it may fail. */
  public FolderProjection(CourseFolders folders, long sizeLimit, FactsReader reader) {
    this.folders = folders;
    this.reader = new CarefulReader(reader);
    this.sizeLimit = sizeLimit;
  }

  /**
   * The rows and findings of a course as its folder is now. A file that cannot be read, or changes
   * meanwhile, is there without being understood; a folder that is not there has no rows. A course
   * that a defect keeps from being put together has no rows either, and a finding that says so.
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
    try {
      return assembled(course, files);
    } catch (CorruptRecordException failed) {
      return failed(failed);
    }
  }

  /**
   * The rows of a course as a scan found it; empty when a file is not as it was found any more.
   *
   * @param manifest what the scan found
   * @param kept bytes that it read
   * @throws CorruptRecordException if a defect keeps the course from being put together
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
    return Optional.of(assembled(manifest.course(), files));
  }

  private static CourseRows assembled(CourseId course, List<CourseFile> files) {
    try {
      return Projector.assemble(course, files);
    } catch (RuntimeException | Error defect) {
      LOG.error("{}: course {} has no typed rows", FindingCode.PROJECTION_FAILED, course, defect);
      throw new CorruptRecordException(
          FindingCode.PROJECTION_FAILED.name(),
          "the typed rows of course \""
              + course
              + "\" cannot be made because of a defect in creatoros ("
              + defect.getClass().getSimpleName()
              + ")",
          "report it with the log; the files are stored all the same",
          defect);
    }
  }

  private static CourseRows failed(CorruptRecordException failed) {
    CourseFinding finding =
        new CourseFinding(
            FindingCode.PROJECTION_FAILED,
            "",
            OptionalInt.empty(),
            failed.getMessage(),
            failed.remedy().orElse(""));
    return new CourseRows(List.of(), Map.of(), Map.of(), List.of(finding));
  }

  private Optional<FileFacts> facts(ManifestEntry entry, FolderFacts facts) {
    return FactsReader.unread(entry.path(), entry.kind(), entry.size(), isStored(entry))
        .or(() -> facts.of(entry.path(), entry.hash()));
  }

  private CourseFile file(ManifestEntry entry, FileFacts facts) {
    return new CourseFile(
        entry.path(), entry.kind(), entry.hash(), entry.size(), isStored(entry), facts);
  }

  private boolean isStored(ManifestEntry entry) {
    return entry.size() <= sizeLimit;
  }
}
