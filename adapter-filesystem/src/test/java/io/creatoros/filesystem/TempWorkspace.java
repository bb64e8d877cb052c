package io.creatoros.filesystem;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseBoundaries;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A workspace in a temporary folder, edited by hand. */
record TempWorkspace(Workspace workspace) {

  static final CourseId COURSE = new CourseId("curso");

  static TempWorkspace in(Path folder) {
    return new TempWorkspace(Workspace.init(folder));
  }

  Path root() {
    return workspace.root();
  }

  CourseFolders folders() {
    return workspace.folders(CourseBoundaries.unknown());
  }

  CourseFolders folders(FileClock clock) {
    return new FileCourseFolders(root(), CourseBoundaries.unknown(), clock);
  }

  Path file(String path) {
    return root().resolve(path);
  }

  Path write(String path, String text) throws IOException {
    Files.createDirectories(file(path).getParent());
    return Files.writeString(file(path), text);
  }

  FolderScan scan() {
    return folders().scan(COURSE, Evidence.RECORDED);
  }

  static Sha256 hash(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  static Optional<String> replace(
      CourseFolders.FolderBatch batch, String path, Optional<String> old, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return batch.replace(
        new ArtifactPath(path),
        path,
        old.map(TempWorkspace::hash),
        () -> new ByteArrayInputStream(bytes),
        Sha256.of(bytes),
        true);
  }

  /** Runs a shell command; false when this machine cannot. */
  static boolean shell(Path folder, String script) {
    try {
      Process process =
          new ProcessBuilder("sh", "-c", script).directory(folder.toFile()).inheritIO().start();
      return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
