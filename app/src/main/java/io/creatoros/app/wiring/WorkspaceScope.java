package io.creatoros.app.wiring;

import io.creatoros.app.session.SessionException;
import io.creatoros.app.session.SessionRequest;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.filesystem.Selection;
import io.creatoros.filesystem.Workspace;
import io.creatoros.filesystem.WorkspacePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The workspace of a command, and the paths that it names in it.
 *
 * @param workspace the workspace
 * @param paths the paths; empty when the command names none
 */
record WorkspaceScope(Workspace workspace, List<WorkspacePath> paths) {

  WorkspaceScope {
    paths = List.copyOf(paths);
  }

  /** Finds the workspace, or makes it where the request says so; empty when there is none. */
  static Optional<WorkspaceScope> of(SessionRequest request) {
    return asUsage(() -> find(request));
  }

  private static Optional<WorkspaceScope> find(SessionRequest request) {
    Optional<Workspace> named =
        request.workspace().flatMap(folder -> named(request.current().resolve(folder), request));
    List<WorkspacePath> paths = new ArrayList<>();
    for (Path path : request.paths()) {
      paths.add(path(path, named, request));
    }
    if (!paths.isEmpty()) {
      return Optional.of(new WorkspaceScope(sameWorkspace(paths), paths));
    }
    Optional<Workspace> workspace =
        named.or(
            () ->
                request.workspace().isPresent()
                    ? Optional.empty()
                    : hinted(request).or(() -> around(request).map(WorkspacePath::workspace)));
    return workspace.map(found -> new WorkspaceScope(found, List.of()));
  }

  private static Optional<Workspace> hinted(SessionRequest request) {
    return request.hints().stream()
        .map(request.current()::resolve)
        .filter(Files::exists)
        .flatMap(path -> Workspace.find(path).stream())
        .map(WorkspacePath::workspace)
        .findFirst();
  }

  private static Optional<WorkspacePath> around(SessionRequest request) {
    return request.create()
        ? Optional.of(Workspace.findOrCreate(request.current()))
        : Workspace.find(request.current());
  }

  private static Optional<Workspace> named(Path folder, SessionRequest request) {
    if (!request.create()) {
      return Workspace.find(folder).map(WorkspacePath::workspace);
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new SessionException(
          SessionException.Kind.USAGE,
          "NO_SUCH_FOLDER",
          folder + " cannot be made: " + e,
          "name a folder that you may write",
          e);
    }
    return Optional.of(Workspace.init(folder));
  }

  /** The path seen from the current folder; where nothing is there, from the workspace's root. */
  private static WorkspacePath path(Path path, Optional<Workspace> named, SessionRequest request) {
    Path here = request.current().resolve(path);
    Optional<Path> root = named.map(Workspace::root).or(() -> rootAround(request));
    boolean below =
        root.isPresent() && !Files.exists(here) && Files.exists(root.get().resolve(path));
    Path meant = below ? root.get().resolve(path) : here;
    Optional<WorkspacePath> found = Workspace.find(meant);
    if (found.isPresent()) {
      return found.get();
    }
    if (!request.create()) {
      throw new SessionException(
          SessionException.Kind.USAGE,
          "NO_WORKSPACE",
          "there is no workspace at or above " + meant,
          "creatoros sync " + meant);
    }
    return Workspace.findOrCreate(meant);
  }

  private static Optional<Path> rootAround(SessionRequest request) {
    return Workspace.find(request.current()).map(found -> found.workspace().root());
  }

  private static Workspace sameWorkspace(List<WorkspacePath> paths) {
    Workspace first = paths.get(0).workspace();
    for (WorkspacePath path : paths) {
      if (!path.workspace().root().equals(first.root())) {
        throw new SessionException(
            SessionException.Kind.USAGE,
            "TWO_WORKSPACES",
            "the paths lie in two workspaces, " + first.root() + " and " + path.workspace().root(),
            "run the command once for each");
      }
    }
    return first;
  }

  /** The courses that a path stands for, as scopes. */
  static List<CourseId> scopes(WorkspacePath path, List<CourseId> known) {
    if (path.path().isEmpty()) {
      return List.of(CourseId.ROOT);
    }
    Selection selection = path.among(known);
    if (selection.artifact().isEmpty()) {
      return List.of(new CourseId(path.path()));
    }
    Path place = path.workspace().root().resolve(path.path());
    if (selection.courses().contains(CourseId.ROOT) && !Files.exists(place)) {
      throw new SessionException(
          SessionException.Kind.USAGE,
          "NO_SUCH_PATH",
          place + " is not there, and nothing is known of it",
          "creatoros status");
    }
    return selection.courses();
  }

  private static <T> T asUsage(Supplier<T> action) {
    try {
      return action.get();
    } catch (StorageRejectedException e) {
      throw new SessionException(
          SessionException.Kind.USAGE,
          e.code(),
          String.valueOf(e.getMessage()),
          e.remedy().orElse(""),
          e);
    }
  }
}
