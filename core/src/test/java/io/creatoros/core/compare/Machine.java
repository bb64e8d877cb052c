package io.creatoros.core.compare;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CourseFolders.FolderBatch;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.testkit.FaultyMirror;
import io.creatoros.testkit.InMemoryBases;
import io.creatoros.testkit.InMemoryCourseFolders;
import io.creatoros.testkit.InMemoryCourseMirror;
import io.creatoros.testkit.MirrorWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A workspace with one course that does what verdicts say, as plainly as that can be done, and
 * remembers every content its folder ever held.
 */
final class Machine {

  static final CourseId COURSE = new CourseId("curso");

  private final InMemoryCourseFolders folders = new InMemoryCourseFolders();
  private final InMemoryBases bases = new InMemoryBases();
  private final Map<ArtifactPath, Set<Sha256>> everHeld = new HashMap<>();
  private final FaultyMirror mirror;
  private final String origin;

  Machine(InMemoryCourseMirror mirror, String origin) {
    this.mirror = new FaultyMirror(mirror);
    this.origin = origin;
  }

  void edit(String name, byte[] bytes) {
    folders.write(COURSE, name, bytes);
    held(new ArtifactPath(name)).add(Sha256.of(bytes));
  }

  void delete(String name) {
    folders.delete(COURSE, name);
  }

  void loseBases() {
    bases.lose();
  }

  void loseNextAnswer() {
    mirror.loseNextAnswer();
  }

  boolean everHeld(ArtifactPath path, Sha256 hash) {
    return held(path).contains(hash);
  }

  Optional<byte[]> read(String name) {
    return folders.read(COURSE, name);
  }

  CourseComparison compare() {
    return Comparison.compare(
        folders.scan(COURSE, Evidence.RECORDED),
        bases.load(COURSE),
        mirror.read(COURSE, Evidence.RECORDED),
        Long.MAX_VALUE);
  }

  /** Sends what is owed; gives whether anything was. */
  boolean send() {
    CourseComparison compared = compare();
    SortedMap<ArtifactPath, PathBase> left = new TreeMap<>();
    List<Change> changes = new ArrayList<>();
    for (PathComparison path : compared.paths().values()) {
      Optional<Change> change = change(path);
      change.ifPresent(changes::add);
      Optional<Note> note = change.map(one -> new Note(sent(one)));
      if (path.base().isPresent() || note.isPresent()) {
        left.put(path.path(), new PathBase(path.base(), note));
      }
    }
    long revision = compared.head().revision();
    bases.save(COURSE, new CourseBases(revision, 0, false, left));
    if (!changes.isEmpty()) {
      commit(revision, changes, left);
    }
    return !changes.isEmpty();
  }

  private Optional<Change> change(PathComparison path) {
    return switch (path.verdict()) {
      case OWED -> Optional.of(put(path.local().orElseThrow(), path.expected()));
      case OWED_DELETE ->
          Optional.of(new Change.Delete(path.path(), path.expected().orElseThrow()));
      default -> Optional.empty();
    };
  }

  private Change put(ManifestEntry local, Optional<Sha256> expected) {
    byte[] bytes = folders.read(COURSE, local.name()).orElseThrow();
    mirror.upload(COURSE, MirrorWriter.parts(bytes));
    return MirrorWriter.put(local.name(), bytes, expected);
  }

  private void commit(long revision, List<Change> changes, SortedMap<ArtifactPath, PathBase> left) {
    try {
      long now =
          MirrorWriter.committed(
              mirror.commit(COURSE, revision, origin, changes, Optional.empty()));
      for (Change change : changes) {
        String name = change instanceof Change.Put put ? put.name() : "";
        left.put(change.path(), PathBase.of(new Base(sent(change), name, now)));
      }
      bases.save(COURSE, new CourseBases(now, 0, false, left));
    } catch (StorageUnavailableException e) {
      // The notes stay, as after any commit without an answer.
    }
  }

  private static Optional<Sha256> sent(Change change) {
    return change instanceof Change.Put put ? Optional.of(put.hash()) : Optional.empty();
  }

  /** Takes what the mirror is ahead with, and for conflicts what it holds if {@code theirs}. */
  void take(boolean theirs) {
    for (PathComparison path : compare().paths().values()) {
      if (path.verdict() == Verdict.REMOTE_AHEAD
          || (theirs && path.verdict() == Verdict.CONFLICT)) {
        take(path);
      }
    }
  }

  private void take(PathComparison path) {
    Optional<Sha256> here = path.local().map(ManifestEntry::hash);
    try (FolderBatch batch = folders.write(COURSE)) {
      if (path.remoteEntry().isPresent()) {
        byte[] bytes = mirrored(path.path());
        batch.replace(
            path.path(),
            path.remoteEntry().get().name(),
            here,
            () -> new ByteArrayInputStream(bytes),
            Sha256.of(bytes),
            true);
        held(path.path()).add(Sha256.of(bytes));
      } else {
        batch.delete(path.path(), here.orElseThrow());
      }
    }
  }

  private byte[] mirrored(ArtifactPath path) {
    try (InputStream in = mirror.open(COURSE, path).orElseThrow()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<Sha256> held(ArtifactPath path) {
    return everHeld.computeIfAbsent(path, unused -> new HashSet<>());
  }
}
