package io.creatoros.testkit;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.Content;
import io.creatoros.core.course.ContentPart;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.Sha256;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes to a mirror as a sender does that is alone with it. */
public final class MirrorWriter {

  /** The label that {@link #write} and {@link #delete} leave. */
  public static final String ORIGIN = "host:/courses";

  private final CourseMirror mirror;

  /** A writer to the given mirror. */
  public MirrorWriter(CourseMirror mirror) {
    this.mirror = mirror;
  }

  /** The key of a file found under a name: its composed form. */
  public static ArtifactPath key(String name) {
    return new ArtifactPath(Normalizer.normalize(name, Normalizer.Form.NFC));
  }

  /** A stored file, over nothing. */
  public static Change.Put put(String name, byte[] bytes) {
    return put(name, bytes, Optional.empty());
  }

  /** A stored file, over what is expected. */
  public static Change.Put put(String name, byte[] bytes, Optional<Sha256> expected) {
    return put(name, Sha256.of(bytes), bytes.length, true, expected);
  }

  /** A file recorded by hash and size only, over what is expected. */
  public static Change.Put unstored(String name, byte[] bytes, Optional<Sha256> expected) {
    return put(name, Sha256.of(bytes), bytes.length, false, expected);
  }

  private static Change.Put put(
      String name, Sha256 hash, long size, boolean stored, Optional<Sha256> expected) {
    ArtifactPath path = key(name);
    return new Change.Put(path, name, hash, size, ArtifactKind.of(path), stored, expected);
  }

  /** The parts that a content is uploaded in; one when it is empty. */
  public static List<ContentPart> parts(byte[] bytes) {
    Sha256 hash = Sha256.of(bytes);
    List<ContentPart> parts = new ArrayList<>();
    for (int part = 0; part < Content.parts(bytes.length); part++) {
      int from = part * Content.PART_SIZE;
      int to = Math.min(bytes.length, from + Content.PART_SIZE);
      parts.add(new ContentPart(hash, part, Arrays.copyOfRange(bytes, from, to)));
    }
    return parts;
  }

  /** Uploads a content, part by part. */
  public void upload(CourseId course, byte[] bytes) {
    parts(bytes).forEach(part -> mirror.upload(course, List.of(part)));
  }

  /** Stores one file over whatever is there and gives the course's new revision. */
  public long write(CourseId course, String name, byte[] bytes) {
    return write(course, Map.of(name, bytes));
  }

  /** Stores files by name over whatever is there, in one commit; gives the new revision. */
  public long write(CourseId course, Map<String, byte[]> files) {
    files.values().forEach(bytes -> upload(course, bytes));
    MirrorCourse now = mirror.read(course, Evidence.RECORDED);
    List<Change> changes = new ArrayList<>();
    files.forEach((name, bytes) -> changes.add(put(name, bytes, recorded(now, key(name)))));
    return committed(
        mirror.commit(course, now.head().revision(), ORIGIN, changes, Optional.empty()));
  }

  /** Deletes one file that is there and gives the course's new revision. */
  public long delete(CourseId course, String name) {
    MirrorCourse now = mirror.read(course, Evidence.RECORDED);
    Sha256 expected = recorded(now, key(name)).orElseThrow();
    return committed(
        mirror.commit(
            course,
            now.head().revision(),
            ORIGIN,
            List.of(new Change.Delete(key(name), expected)),
            Optional.empty()));
  }

  /** The revision of a commit that must have succeeded. */
  public static long committed(CommitResult result) {
    if (result instanceof CommitResult.Committed committed) {
      return committed.revision();
    }
    throw new AssertionError("not committed: " + result);
  }

  private static Optional<Sha256> recorded(MirrorCourse course, ArtifactPath path) {
    return course.files().get(path) instanceof RemoteFile.Stored stored
        ? Optional.of(stored.entry().recorded())
        : Optional.empty();
  }
}
