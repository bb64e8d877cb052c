package io.creatoros.filesystem;

import io.creatoros.core.course.CourseBoundaries;
import io.creatoros.core.storage.StorageRejectedException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Finds and makes workspaces. */
final class WorkspaceFinder {

  private static final int SEARCH_DEPTH = 3;

  private WorkspaceFinder() {}

  static Optional<WorkspacePath> find(Path path) {
    Path named = path.toAbsolutePath().normalize();
    Path real = real(named);
    Optional<Path> root = holder(real);
    Optional<Path> namedIn = holder(named).map(WorkspaceFinder::real);
    if (namedIn.isPresent() && !real.startsWith(namedIn.get())) {
      throw new StorageRejectedException(
          "PATH_LEAVES_WORKSPACE",
          path + " leads out of the workspace " + namedIn.get() + " to " + real,
          "name " + real + " itself");
    }
    return root.map(
        folder ->
            new WorkspacePath(WorkspaceFile.open(folder), folder.relativize(real).toString()));
  }

  static WorkspacePath create(Path path) {
    Path real = real(path.toAbsolutePath().normalize());
    if (!Files.exists(real)) {
      throw new StorageRejectedException(
          "NO_SUCH_FOLDER", path + " is not there", "name a folder of courses");
    }
    Path folder = aboveCourses(Files.isDirectory(real) ? real : real.getParent());
    return new WorkspacePath(make(folder), folder.relativize(real).toString());
  }

  static Workspace init(Path path) {
    Path folder = real(path.toAbsolutePath().normalize());
    if (!Files.isDirectory(folder)) {
      throw new StorageRejectedException(
          "NO_SUCH_FOLDER", path + " is no folder", "name a folder of courses");
    }
    Optional<Path> above = holder(folder);
    if (above.isPresent()) {
      if (above.get().equals(folder)) {
        return WorkspaceFile.open(folder);
      }
      throw nested(folder, "inside", above.get());
    }
    Path allowed = aboveCourses(folder);
    if (!allowed.equals(folder)) {
      throw new StorageRejectedException(
          "WORKSPACE_IN_COURSE",
          folder + " is a course or lies in one; a workspace holds courses",
          "creatoros init " + allowed);
    }
    return make(folder);
  }

  private static Workspace make(Path folder) {
    below(folder, SEARCH_DEPTH)
        .ifPresent(
            other -> {
              throw nested(folder, "above", other);
            });
    return WorkspaceFile.create(folder);
  }

  private static StorageRejectedException nested(Path folder, String where, Path other) {
    return new StorageRejectedException(
        "WORKSPACE_NESTED",
        "no workspace can be made in " + folder + ": it lies " + where + " the workspace " + other,
        "use " + other);
  }

  /** The nearest folder at or above the given one that is in no course. */
  private static Path aboveCourses(Path folder) {
    Path at = folder;
    if (CourseBoundaries.isCourse(DiskFolder.of(at)) && at.getParent() != null) {
      at = at.getParent();
    }
    Path child = folder;
    Path parent = folder.getParent();
    for (int up = 0; up < SEARCH_DEPTH && parent != null; up++) {
      if (partOfCourse(parent, child) && parent.getParent() != null) {
        at = parent.getParent();
      }
      child = parent;
      parent = parent.getParent();
    }
    return at;
  }

  private static boolean partOfCourse(Path parent, Path child) {
    return CourseBoundaries.isPartOfCourse(DiskFolder.of(parent), child.getFileName().toString());
  }

  private static Optional<Path> holder(Path path) {
    for (Path at = path; at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(StateFolder.NAME), LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> below(Path folder, int depth) {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
          Optional<Path> deeper =
              Files.isDirectory(child.resolve(StateFolder.NAME), LinkOption.NOFOLLOW_LINKS)
                  ? Optional.of(child)
                  : depth == 1 ? Optional.empty() : below(child, depth - 1);
          if (deeper.isPresent()) {
            return deeper;
          }
        }
      }
      return Optional.empty();
    } catch (IOException | DirectoryIteratorException e) {
      return Optional.empty();
    }
  }

  /** The path without links, as far as it is there. A link at its very end is no artifact. */
  private static Path real(Path path) {
    Path at = path;
    try {
      while (at != null && !Files.exists(at)) {
        at = at.getParent();
      }
      return at == null ? path : at.toRealPath().resolve(at.relativize(path)).normalize();
    } catch (IOException e) {
      throw Failures.failed("look at " + path, e);
    }
  }
}
