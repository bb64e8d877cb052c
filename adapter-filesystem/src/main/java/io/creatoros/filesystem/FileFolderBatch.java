package io.creatoros.filesystem;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Content;
import io.creatoros.core.course.CourseFolders.FolderBatch;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.storage.StorageRejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Writes to one course folder, under the course's folder lock. */
final class FileFolderBatch implements FolderBatch {

  /** Finds files of the course. */
  @FunctionalInterface
  interface Finder {
    Located locate(ArtifactPath path, String name);
  }

  private final CourseId course;
  private final Path root;
  private final Finder finder;
  private final KeptFiles kept;
  private final CourseLocks.Held lock;
  private final Runnable written;
  private final Set<Path> touched = new LinkedHashSet<>();

  /**
   * A batch.
   *
   * @param root the folder above the course folder, which is never removed
   * @param written called after each change
   */
  FileFolderBatch(
      CourseId course,
      Path root,
      Finder finder,
      KeptFiles kept,
      CourseLocks.Held lock,
      Runnable written) {
    this.course = course;
    this.root = root;
    this.finder = finder;
    this.kept = kept;
    this.lock = lock;
    this.written = written;
  }

  @Override
  public Optional<String> replace(
      ArtifactPath path,
      String name,
      Optional<Sha256> expected,
      Content content,
      Sha256 hash,
      boolean keep) {
    Located place = locate(path, name);
    if (place.stat().isPresent() != expected.isPresent()) {
      throw Failures.conflict(
          show(path), expected.isPresent() ? "is not there any more" : "is there already");
    }
    Path target = place.path();
    try {
      createFolders(target.getParent());
      Path temporary = DurableFiles.temporaryIn(target.getParent());
      try {
        write(path, temporary, content, hash);
        Optional<Path> aside =
            expected.isPresent()
                ? swap(path, place, temporary, expected.get(), keep)
                : create(path, target, temporary);
        touched.add(target.getParent());
        written.run();
        return aside.map(kept::describe);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw Failures.failed("write \"" + show(path) + "\"", e);
    }
  }

  @Override
  public Optional<String> delete(ArtifactPath path, Sha256 expected) {
    Located place = locate(path, path.value());
    if (place.stat().isEmpty()) {
      return Optional.empty();
    }
    try {
      Path aside = keepAside(path, place, expected);
      Files.delete(place.path());
      touched.add(place.path().getParent());
      removeEmptied(place.path().getParent());
      written.run();
      return Optional.of(kept.describe(aside));
    } catch (IOException e) {
      throw Failures.failed("delete \"" + show(path) + "\"", e);
    }
  }

  @Override
  public boolean confirm(ArtifactPath path, Sha256 hash) {
    Located place = locate(path, path.value());
    if (place.file().isEmpty()) {
      return false;
    }
    try {
      if (!FileBytes.hash(place.path(), place.stat().orElseThrow()).equals(hash)) {
        return false;
      }
      DurableFiles.syncFile(place.path());
      touched.add(place.path().getParent());
      return true;
    } catch (NoSuchFileException | FileBytes.ChangedWhileReadException e) {
      return false;
    } catch (IOException e) {
      throw Failures.failed("make \"" + show(path) + "\" durable", e);
    }
  }

  @Override
  public String keep(ArtifactPath path, String label, Content content) {
    try {
      return kept.describe(kept.copy(path, label, content));
    } catch (IOException e) {
      throw Failures.failed("keep \"" + show(path) + "\" aside", e);
    }
  }

  @Override
  public void close() {
    try (lock) {
      for (Path folder : touched) {
        DurableFiles.syncFolder(folder);
      }
    } catch (IOException e) {
      throw Failures.failed("make the folders of course \"" + course + "\" durable", e);
    } finally {
      touched.clear();
    }
  }

  private Located locate(ArtifactPath path, String name) {
    if (!UnicodeNames.composed(name).equals(UnicodeNames.composed(path.value()))) {
      throw Failures.refused(name, "it does not spell the path \"" + path + "\"");
    }
    Located place = finder.locate(path, name);
    place
        .obstacle()
        .ifPresent(
            why -> {
              throw Failures.refused(show(path), why);
            });
    return place;
  }

  private static void write(ArtifactPath path, Path temporary, Content content, Sha256 hash)
      throws IOException {
    MessageDigest digest = Sha256.newDigest();
    FileChannel channel = FileChannel.open(temporary, CREATE_NEW, WRITE);
    try (channel;
        InputStream in = new DigestInputStream(content.open(), digest);
        OutputStream out = Channels.newOutputStream(channel)) {
      in.transferTo(out);
      channel.force(true);
    }
    if (!Sha256.ofDigest(digest.digest()).equals(hash)) {
      throw new StorageRejectedException(
          "CONTENT_MISMATCH",
          "the new bytes of \"" + path + "\" miss their hash " + hash.brief(),
          "creatoros verify");
    }
  }

  /** Puts a new file in place; fails if anything came to be there meanwhile. */
  private Optional<Path> create(ArtifactPath path, Path target, Path temporary) throws IOException {
    try {
      Files.createLink(target, temporary);
    } catch (FileAlreadyExistsException e) {
      throw Failures.conflict(show(path), "is there already");
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(temporary, target);
    }
    return Optional.empty();
  }

  private Optional<Path> swap(
      ArtifactPath path, Located place, Path temporary, Sha256 expected, boolean keep)
      throws IOException {
    copyPermissions(place, temporary);
    Optional<Path> aside = Optional.empty();
    if (keep) {
      aside = Optional.of(keepAside(path, place, expected));
    } else {
      requireHash(path, place.path(), expected);
    }
    Files.move(
        temporary,
        place.path(),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    return aside;
  }

  /** Keeps the file first and looks at it then, so that what is looked at is what is kept. */
  private Path keepAside(ArtifactPath path, Located place, Sha256 expected) throws IOException {
    Path aside = kept.link(path, place.path());
    boolean same = false;
    try {
      requireHash(path, aside, expected);
      same = true;
      return aside;
    } finally {
      if (!same) {
        kept.drop(aside);
      }
    }
  }

  private void requireHash(ArtifactPath path, Path file, Sha256 expected) throws IOException {
    try {
      if (FileBytes.hash(file, FileStat.of(file)).equals(expected)) {
        return;
      }
    } catch (NoSuchFileException | FileBytes.ChangedWhileReadException e) {
      throw Failures.conflict(show(path), "changed while it was looked at");
    }
    throw Failures.conflict(show(path), "holds other bytes than expected");
  }

  private static void copyPermissions(Located place, Path temporary) throws IOException {
    FileStat old = place.stat().orElseThrow();
    if (old.permissions() != FileStat.of(temporary).permissions()) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(place.path());
      Files.setPosixFilePermissions(temporary, permissions);
    }
  }

  private void createFolders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      createFolders(folder.getParent());
      DurableFiles.createFolder(folder);
      touched.add(folder.getParent());
    }
  }

  private void removeEmptied(Path folder) throws IOException {
    Path at = folder;
    while (!at.equals(root)) {
      try {
        Files.delete(at);
      } catch (DirectoryNotEmptyException e) {
        return;
      }
      touched.remove(at);
      at = at.getParent();
      touched.add(at);
    }
  }

  private String show(ArtifactPath path) {
    return course.isRoot() ? path.value() : course + "/" + path;
  }
}
