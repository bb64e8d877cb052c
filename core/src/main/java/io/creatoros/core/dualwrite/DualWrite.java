package io.creatoros.core.dualwrite;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseFolders.FolderBatch;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.dualwrite.Persisted.WrittenFile;
import io.creatoros.core.storage.StorageConflictException;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes the folder first, then offers the files to the mirror's leg. Only the folder's failures
 * are thrown.
 */
final class DualWrite implements CourseWriter {

  private final CourseFolders folders;
  private final MirrorLeg leg;
  private final KnownBytes known;
  private final Duration drain;
  private final MeterRegistry registry;
  private final WriteMeters meters;
  private final DistributionSummary batches;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * A writer.
   *
   * @param known bytes that need not be kept when they are replaced
   * @param drain how long closing waits for what is pending
   */
  DualWrite(
      CourseFolders folders,
      MirrorLeg leg,
      KnownBytes known,
      Duration drain,
      MeterRegistry registry) {
    this.folders = folders;
    this.leg = leg;
    this.known = known;
    this.drain = drain;
    this.registry = registry;
    this.meters = new WriteMeters(registry, "files");
    this.batches =
        DistributionSummary.builder("creatoros.batch.files")
            .description("files of a call")
            .register(registry);
  }

  @Override
  public Persisted write(CourseId course, List<FileWrite> files) {
    SortedSet<ArtifactPath> paths = paths(files);
    if (closed.get()) {
      throw new IllegalStateException("the writer of course \"" + course + "\" was closed");
    }
    List<WrittenFile> written = durable(course, files);
    Offer offer = offered(course, paths);
    return new Persisted(course, written, offer.outcome(), offer.settled());
  }

  private static SortedSet<ArtifactPath> paths(List<FileWrite> files) {
    SortedSet<ArtifactPath> paths = new TreeSet<>();
    for (FileWrite file : files) {
      if (!paths.add(file.path())) {
        throw new IllegalArgumentException("\"" + file.path() + "\" is to be written twice");
      }
    }
    return paths;
  }

  private List<WrittenFile> durable(CourseId course, List<FileWrite> files) {
    Timer.Sample started = Timer.start(registry);
    batches.record(files.size());
    boolean done = false;
    try {
      List<WrittenFile> written = new ArrayList<>();
      try (FolderBatch batch = folders.write(course)) {
        files.forEach(file -> written.add(written(course, batch, file)));
      }
      done = true;
      return written;
    } finally {
      meters.record(done ? "durable" : "failed", started);
    }
  }

  /** A file that has the new bytes already is left alone, whatever the call expects. */
  private WrittenFile written(CourseId course, FolderBatch batch, FileWrite file) {
    Sha256 hash = Sha256.of(file.bytes());
    if (file.expected().equals(Optional.of(hash)) && batch.confirm(file.path(), hash)) {
      return new WrittenFile(file.path(), hash, false, Optional.empty());
    }
    try {
      return replaced(course, batch, file, hash);
    } catch (StorageConflictException conflict) {
      if (batch.confirm(file.path(), hash)) {
        return new WrittenFile(file.path(), hash, false, Optional.empty());
      }
      throw conflict;
    }
  }

  private WrittenFile replaced(CourseId course, FolderBatch batch, FileWrite file, Sha256 hash) {
    boolean keep = file.expected().filter(old -> !known.include(course, old)).isPresent();
    Optional<String> kept =
        batch.replace(
            file.path(),
            file.name(),
            file.expected(),
            () -> new ByteArrayInputStream(file.bytes()),
            hash,
            keep);
    known.written(course, hash);
    return new WrittenFile(file.path(), hash, true, kept);
  }

  private Offer offered(CourseId course, SortedSet<ArtifactPath> paths) {
    try {
      return leg.offer(course, paths);
    } catch (RuntimeException | Error defect) {
      return Offer.of(Outcomes.of(course, defect));
    }
  }

  @Override
  public boolean flush(Duration patience) {
    return leg.flush(patience);
  }

  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      leg.flush(drain);
      leg.close();
    }
  }
}
