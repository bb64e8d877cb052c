package io.creatoros.core.sync;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.projection.CourseFile;
import io.creatoros.core.projection.FactsJson;
import io.creatoros.core.projection.FactsReader;
import io.creatoros.core.projection.FolderFacts;
import io.creatoros.core.projection.ProjectionMemory;
import io.creatoros.core.projection.Readers;
import io.creatoros.core.reading.FileFacts;
import io.creatoros.core.storage.CorruptRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The facts of all files that a mirror's course holds after a commit. Those that the mirror keeps
 * are taken from it; others are read from the folder where it holds the same bytes, or else from
 * the mirror. Not for use by several threads.
 */
final class MirrorFacts {

  private final CourseId course;
  private final CourseMirror mirror;
  private final FactsReader reader;
  private final ProjectionMemory memory;
  private final CourseTally tally;
  private final FolderFacts folder;

  MirrorFacts(Homes homes, FactsReader reader, ProjectionMemory memory, CourseTally tally) {
    this.course = tally.scan().manifest().course();
    this.mirror = homes.mirror();
    this.reader = reader;
    this.memory = memory;
    this.tally = tally;
    this.folder = new FolderFacts(homes.folders(), course, tally.bytes(), reader);
  }

  /**
   * What is known of a course's files.
   *
   * @param files the files with their facts
   * @param kept the facts that the mirror keeps, if any of them were trusted
   * @param anew the facts that the mirror does not keep yet
   */
  record Known(
      List<CourseFile> files,
      Map<ArtifactPath, StoredFacts> kept,
      SortedMap<ArtifactPath, StoredFacts> anew) {}

  /**
   * The facts after a commit; empty when a file that it writes is not as it was sent any more, and
   * cannot be understood by the bytes that the commit names.
   *
   * @param recompute whether nothing that the mirror keeps is trusted
   */
  Optional<Known> after(MirrorCourse before, Map<ArtifactPath, Change> changes, boolean recompute) {
    SortedMap<ArtifactPath, File> files = files(before, changes);
    Map<ArtifactPath, StoredFacts> kept = recompute ? Map.of() : kept(files.values(), before);
    Known known = new Known(new ArrayList<>(), kept, new TreeMap<>());
    for (File file : files.values()) {
      Optional<FileFacts> facts = file.unread().or(() -> trusted(file, kept));
      if (facts.isEmpty()) {
        facts = understood(file);
        if (facts.isEmpty() && file.changed()) {
          return Optional.empty();
        }
        facts.ifPresent(anew -> known.anew().put(file.path(), FactsJson.write(anew)));
      }
      known.files().add(file.with(facts));
    }
    return Optional.of(known);
  }

  private Map<ArtifactPath, StoredFacts> kept(Iterable<File> files, MirrorCourse before) {
    for (File file : files) {
      if (!file.changed() && file.unread().isEmpty()) {
        return mirror.facts(before.head().course());
      }
    }
    return Collections.emptyMap();
  }

  private Optional<FileFacts> trusted(File file, Map<ArtifactPath, StoredFacts> kept) {
    return file.changed()
        ? Optional.empty()
        : Optional.ofNullable(kept.get(file.path())).flatMap(memory::recall);
  }

  private Optional<FileFacts> understood(File file) {
    ManifestEntry local = tally.scan().manifest().entries().get(file.path());
    boolean here = local != null && local.hash().equals(file.hash());
    Optional<FileFacts> facts = here ? folder.of(file.path(), file.hash()) : Optional.empty();
    return facts.isPresent() || file.changed() ? facts : stored(file);
  }

  /** The facts of bytes that the mirror stores; empty when they are gone or damaged. */
  private Optional<FileFacts> stored(File file) {
    try (InputStream in =
        mirror.open(course, file.path()).orElseGet(InputStream::nullInputStream)) {
      byte[] bytes = in.readNBytes(Readers.LONGEST + 1);
      return Sha256.of(bytes).equals(file.hash())
          ? Optional.of(reader.read(file.path(), bytes))
          : Optional.empty();
    } catch (IOException | CorruptRecordException e) {
      return Optional.empty();
    }
  }

  private static SortedMap<ArtifactPath, File> files(
      MirrorCourse before, Map<ArtifactPath, Change> changes) {
    SortedMap<ArtifactPath, File> files = new TreeMap<>();
    before
        .files()
        .forEach(
            (path, file) -> {
              if (file instanceof RemoteFile.Stored stored) {
                files.put(path, File.of(stored.entry()));
              }
            });
    changes.forEach(
        (path, change) -> {
          if (change instanceof Change.Put put) {
            files.put(path, File.of(put));
          } else {
            files.remove(path);
          }
        });
    return files;
  }

  /** A file as the commit leaves it. */
  private record File(
      ArtifactPath path,
      ArtifactKind kind,
      Sha256 hash,
      long size,
      boolean stored,
      boolean changed) {

    static File of(ManifestEntry entry) {
      ArtifactKind kind = ArtifactKind.of(entry.path());
      return new File(entry.path(), kind, entry.recorded(), entry.size(), entry.stored(), false);
    }

    static File of(Change.Put put) {
      return new File(put.path(), put.kind(), put.hash(), put.size(), put.stored(), true);
    }

    Optional<FileFacts> unread() {
      return FactsReader.unread(path, kind, size, stored);
    }

    /** Without facts the bytes are not there to be read, so that rows must not name them. */
    CourseFile with(Optional<FileFacts> facts) {
      return new CourseFile(
          path, kind, hash, size, stored && facts.isPresent(), facts.orElse(FileFacts.NONE));
    }
  }
}
