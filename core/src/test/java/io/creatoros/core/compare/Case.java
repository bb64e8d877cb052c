package io.creatoros.core.compare;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.Manifest;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One path as the three sides hold it. Contents are the texts {@code h1}, {@code h2} and {@code
 * h3}.
 *
 * @param local a content, or {@code absent}, {@code unreadable}, {@code ignored}, {@code linked},
 *     {@code below ignored}, {@code below linked}, {@code below unlistable}, {@code in unlistable}
 * @param seen the course revision last seen, with the bases; 0 when the first run broke off before
 *     any answer; -1 when this workspace has no bases of the course
 * @param base a content, {@code absence}, or {@code none}
 * @param note a content, {@code absence}, or {@code none}
 * @param remote {@code nothing}, or a form ({@code file}, {@code tombstone}, {@code unstored},
 *     {@code damaged}) and a content: the one recorded, or last recorded; damaged bytes are those
 *     of the other one
 * @param remoteRevision the revision of what the mirror holds; 0 for nothing
 * @param head the course's revision in the mirror
 * @param small whether the file is within the size limit
 */
record Case(
    String local,
    long seen,
    String base,
    String note,
    String remote,
    long remoteRevision,
    long head,
    boolean small) {

  /** The revision of every base. */
  static final long BASE_REVISION = 5;

  static final ArtifactPath PATH = new ArtifactPath("lessons/1.1-a.md");
  static final CourseId COURSE = new CourseId("curso");
  private static final long SIZE = 10;

  CourseComparison compare() {
    return Comparison.compare(scan(), bases(), mirror(), small ? SIZE : SIZE - 1);
  }

  boolean isKnown() {
    return seen >= 0;
  }

  boolean isContent(String side) {
    return side.startsWith("h");
  }

  /** The content the mirror has on record; empty for a tombstone and for nothing. */
  Optional<String> recorded() {
    return remote.equals("nothing") || remote.startsWith("tombstone")
        ? Optional.empty()
        : Optional.of(remoteContent());
  }

  /** The content whose bytes the mirror holds, or has the hash of. */
  Optional<String> held() {
    return remote.startsWith("damaged")
        ? recorded().map(content -> content.equals("h1") ? "h2" : "h1")
        : recorded();
  }

  String remoteContent() {
    return remote.substring(remote.indexOf(' ') + 1);
  }

  FolderScan scan() {
    SortedMap<ArtifactPath, ManifestEntry> entries = new TreeMap<>();
    SortedMap<ArtifactPath, String> unreadable = new TreeMap<>();
    SortedMap<String, String> errors = new TreeMap<>();
    List<FolderScan.Excluded> excluded = List.of();
    switch (local) {
      case "absent" -> {}
      case "unreadable" -> unreadable.put(PATH, "denied");
      case "ignored" -> excluded = excluded(PATH.value(), FolderScan.Reason.IGNORED_BY_FILE);
      case "linked" -> excluded = excluded(PATH.value(), FolderScan.Reason.LINK);
      case "below ignored" -> excluded = excluded("lessons", FolderScan.Reason.IGNORED_BY_DEFAULT);
      case "below linked" -> excluded = excluded("lessons", FolderScan.Reason.LINK);
      case "below unlistable" -> errors.put("lessons", "denied");
      case "in unlistable" -> errors.put("", "input/output error");
      default -> entries.put(PATH, entry(local, local, true, 0));
    }
    Manifest manifest = new Manifest(COURSE, 0, entries, unreadable);
    return new FolderScan(manifest, excluded, errors, true);
  }

  private static List<FolderScan.Excluded> excluded(String path, FolderScan.Reason reason) {
    return List.of(new FolderScan.Excluded(path, reason, "rule"));
  }

  Optional<CourseBases> bases() {
    if (!isKnown()) {
      return Optional.empty();
    }
    SortedMap<ArtifactPath, PathBase> paths = new TreeMap<>();
    Optional<Base> remembered =
        base.equals("none")
            ? Optional.empty()
            : Optional.of(
                new Base(content(base), isContent(base) ? PATH.value() : "", BASE_REVISION));
    Optional<Note> sent =
        note.equals("none") ? Optional.empty() : Optional.of(new Note(content(note)));
    if (remembered.isPresent() || sent.isPresent()) {
      paths.put(PATH, new PathBase(remembered, sent));
    }
    return Optional.of(new CourseBases(seen, 0, false, paths));
  }

  private Optional<Sha256> content(String side) {
    return isContent(side) ? Optional.of(hash(side)) : Optional.empty();
  }

  MirrorCourse mirror() {
    SortedMap<ArtifactPath, RemoteFile> files = new TreeMap<>();
    if (remote.startsWith("tombstone")) {
      files.put(PATH, new RemoteFile.Tombstone(PATH, hash(remoteContent()), remoteRevision));
    } else if (!remote.equals("nothing")) {
      ManifestEntry entry =
          entry(
              held().orElseThrow(),
              remoteContent(),
              !remote.startsWith("unstored"),
              remoteRevision);
      files.put(PATH, new RemoteFile.Stored(entry));
    }
    return new MirrorCourse(new CourseHead(COURSE, head, 0, head == 0 ? "" : "other", 0, 0), files);
  }

  private static ManifestEntry entry(String held, String recorded, boolean stored, long revision) {
    return new ManifestEntry(
        PATH,
        PATH.value(),
        hash(held),
        hash(recorded),
        SIZE,
        ArtifactKind.LESSON,
        stored,
        revision);
  }

  static Sha256 hash(String content) {
    return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
  }
}
