package io.creatoros.core.persist;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.Snapshot;
import io.creatoros.core.dualwrite.FileWrite;
import io.creatoros.core.dualwrite.Persisted;
import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.lesson.LessonReader;
import io.creatoros.core.projection.KeptBytes;
import io.creatoros.core.projection.Readers;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.core.text.TextDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What is remembered of one course folder, so that finding a lesson reads no lessons. It is
 * remembered while the folder has the same names. What that cannot see, the write does: a file that
 * was edited in place no longer has the hash that is to be replaced. Only a lesson whose name tells
 * no label, and that somebody edits in place to claim another, is seen no earlier than the next
 * look.
 */
final class CourseMemory {

  private static final int MOST_RECORDS = 256;
  private static final int LONGEST_RECORD = 16 << 10;

  private final CourseFolders folders;
  private final CourseId course;
  private final AtomicReference<Optional<CourseView>> remembered =
      new AtomicReference<>(Optional.empty());
  private final Map<Sha256, byte[]> records = new ConcurrentHashMap<>();

  CourseMemory(CourseFolders folders, CourseId course) {
    this.folders = folders;
    this.course = course;
  }

  /** The folder as remembered, if its names are still the same. */
  Optional<CourseView> remembered() {
    return remembered.get().filter(view -> view.names().equals(folders.names(course)));
  }

  /** The folder as it is now. */
  CourseView look() {
    Set<String> names = folders.names(course);
    KeptBytes kept = new KeptBytes();
    FolderScan scan = folders.scan(course, Evidence.RECORDED, kept);
    CourseView view = new CourseView(names, scan, file -> label(file, kept));
    remembered.set(Optional.of(view));
    return view;
  }

  /** Takes note of what was written. */
  void learn(List<FileWrite> writes, Persisted persisted) {
    for (int i = 0; i < writes.size(); i++) {
      FileWrite write = writes.get(i);
      Sha256 hash = persisted.files().get(i).hash();
      remembered.updateAndGet(
          known -> known.map(view -> view.written(write.path(), write.name(), hash)));
      keep(write.path(), hash, write.bytes());
    }
  }

  /** The label that a lesson's name and text tell together; empty when it cannot be read. */
  Optional<LessonLabel> label(FoundFile lesson) {
    return label(lesson, new KeptBytes());
  }

  private Optional<LessonLabel> label(FoundFile lesson, KeptBytes kept) {
    return lesson
        .hash()
        .flatMap(hash -> kept.of(hash).or(() -> beginning(lesson)))
        .filter(bytes -> bytes.length <= Readers.LONGEST)
        .flatMap(bytes -> label(lesson, bytes));
  }

  private static Optional<LessonLabel> label(FoundFile lesson, byte[] bytes) {
    return LessonReader.label(new SourceText(lesson.path(), TextDecoder.decode(bytes).chars()));
  }

  private Optional<byte[]> beginning(FoundFile file) {
    try {
      return Optional.of(read(file, Readers.LONGEST + 1));
    } catch (StorageConflictException | StorageRejectedException e) {
      return Optional.empty();
    }
  }

  /**
   * The bytes of a file.
   *
   * @throws StorageConflictException if it has others by now
   */
  byte[] read(FoundFile file) {
    Sha256 hash = file.requireHash();
    Optional<byte[]> known = Optional.ofNullable(records.get(hash));
    return known.orElseGet(
        () -> {
          byte[] bytes = read(file, Integer.MAX_VALUE);
          keep(file.path(), hash, bytes);
          return bytes;
        });
  }

  /**
   * The hash of the bytes that a file has now.
   *
   * @throws StorageConflictException if they are not those that were seen
   */
  Sha256 confirmed(FoundFile file) {
    folders.snapshot(course, file.path(), file.requireHash()).close();
    return file.requireHash();
  }

  private byte[] read(FoundFile file, int most) {
    try (Snapshot snapshot = folders.snapshot(course, file.path(), file.requireHash());
        InputStream in = snapshot.open()) {
      return in.readNBytes(most);
    } catch (IOException e) {
      throw new StorageRejectedException(
          FoundFile.UNREADABLE,
          "cannot read \"" + course + "/" + file.path() + "\": " + e.getMessage(),
          "creatoros status --files",
          e);
    }
  }

  /** Keeps records: each call changes the same few. */
  private void keep(ArtifactPath path, Sha256 hash, byte[] bytes) {
    if (ArtifactKind.of(path) == ArtifactKind.RECORD && bytes.length <= LONGEST_RECORD) {
      if (records.size() >= MOST_RECORDS) {
        records.clear();
      }
      records.put(hash, bytes);
    }
  }
}
