package io.creatoros.filesystem;

import io.creatoros.core.course.CourseBoundaries;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.testkit.CourseFoldersContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FileCourseFoldersContractTest implements CourseFoldersContract {

  @TempDir private Path temporary;
  private Workspace workspace;
  private CourseFolders folders;

  @BeforeEach
  void makeWorkspace() {
    workspace = Workspace.init(temporary);
    folders = workspace.folders(CourseBoundaries.unknown());
  }

  @Override
  public CourseFolders folders() {
    return folders;
  }

  @Override
  public CourseFolders otherFolders() {
    return Workspace.init(temporary).folders(CourseBoundaries.unknown());
  }

  @Override
  public void writeByHand(CourseId course, String name, byte[] bytes) {
    try {
      Files.createDirectories(file(course, name).getParent());
      Files.write(file(course, name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void deleteByHand(CourseId course, String name) {
    try {
      Files.delete(file(course, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<byte[]> readByHand(CourseId course, String name) {
    try {
      return Optional.of(Files.readAllBytes(file(course, name)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] kept(String where) {
    try {
      return Files.readAllBytes(workspace.root().resolve(where));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(CourseId course, String name) {
    return workspace.root().resolve(course.path()).resolve(name);
  }
}
