package io.creatoros.testkit;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Content;
import io.creatoros.core.course.CourseFolders.FolderBatch;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.storage.StorageRejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Writes to a folder in memory. */
final class InMemoryFolderBatch implements FolderBatch {

  private final InMemoryCourseFolders folders;
  private final CourseId course;

  InMemoryFolderBatch(InMemoryCourseFolders folders, CourseId course) {
    this.folders = folders;
    this.course = course;
  }

  @Override
  public Optional<String> replace(
      ArtifactPath path,
      String name,
      Optional<Sha256> expected,
      Content content,
      Sha256 hash,
      boolean keep) {
    new ArtifactPath(name);
    byte[] bytes = read(path, content);
    if (!Sha256.of(bytes).equals(hash)) {
      throw new StorageRejectedException(
          "CONTENT_MISMATCH", "the new bytes of \"" + path + "\" miss their hash", "");
    }
    synchronized (folders) {
      InMemoryFolder folder = folders.folder(course);
      Optional<byte[]> old = folder.read(path);
      if (!old.map(Sha256::of).equals(expected)) {
        throw InMemoryCourseFolders.conflict(path);
      }
      requireFolders(path, name, folder);
      Optional<String> where =
          old.filter(unused -> keep).map(kept -> folders.keep(course, path, "replaced", kept));
      if (old.isPresent()) {
        folder.files().remove(folder.names().get(path));
      }
      folders.write(course, name, bytes);
      return where;
    }
  }

  private static void requireFolders(ArtifactPath path, String name, InMemoryFolder folder) {
    for (String found : folder.files().keySet()) {
      if (name.startsWith(found + "/") || found.startsWith(name + "/")) {
        throw refusal(path, "\"" + found + "\" is in the way");
      }
    }
  }

  private static byte[] read(ArtifactPath path, Content content) {
    try (InputStream in = content.open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw refusal(path, e.getMessage());
    }
  }

  private static StorageRejectedException refusal(ArtifactPath path, String why) {
    return new StorageRejectedException(
        "FILE_NOT_WRITTEN", "file \"" + path + "\" cannot be written: " + why, "");
  }

  @Override
  public Optional<String> delete(ArtifactPath path, Sha256 expected) {
    synchronized (folders) {
      InMemoryFolder folder = folders.folder(course);
      Optional<byte[]> old = folder.read(path);
      if (old.isEmpty()) {
        return Optional.empty();
      }
      if (!Sha256.of(old.get()).equals(expected)) {
        throw InMemoryCourseFolders.conflict(path);
      }
      folder.files().remove(folder.names().get(path));
      return Optional.of(folders.keep(course, path, "deleted", old.get()));
    }
  }

  @Override
  public boolean confirm(ArtifactPath path, Sha256 hash) {
    synchronized (folders) {
      return folders.folder(course).read(path).map(Sha256::of).equals(Optional.of(hash));
    }
  }

  @Override
  public String keep(ArtifactPath path, String label, Content content) {
    return folders.keep(course, path, label, read(path, content));
  }

  @Override
  public void close() {}
}
