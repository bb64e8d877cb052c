package io.creatoros.app.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hears of changes below folders from the operating system. Links are not followed; the state of
 * workspaces and git is passed over. When the system lets no more folders be watched, it says so
 * once, and is not complete.
 */
public final class FolderEvents implements Changes {

  private static final Set<String> PASSED_OVER = Set.of(".git", ".creatoros");
  private static final int MOST_AT_ONCE = 1000;
  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  /** Has the system tell of changes in one folder. */
  interface Registration {
    WatchKey register(Path folder) throws IOException;
  }

  private final Path root;
  private final List<Path> tops;
  private final Consumer<IOException> limit;
  private final WatchService service;
  private final Registration registration;
  private final Map<WatchKey, Path> folders = new HashMap<>();
  private boolean complete = true;
  private boolean told;

  FolderEvents(
      Path root,
      List<Path> tops,
      Consumer<IOException> limit,
      WatchService service,
      Registration registration) {
    this.root = root;
    this.tops = List.copyOf(tops);
    this.limit = limit;
    this.service = service;
    this.registration = registration;
    refresh();
  }

  /**
   * Hears of changes below some folders of a workspace; from nothing at all where the system gives
   * no way to.
   *
   * @param root the workspace
   * @param tops the folders, absolute; those that are not there are looked for again later
   * @param limit is told once if the system does not let all folders be watched
   */
  public static Changes of(Path root, List<Path> tops, Consumer<IOException> limit) {
    try {
      WatchService service = root.getFileSystem().newWatchService();
      return new FolderEvents(
          root, tops, limit, service, folder -> folder.register(service, KINDS));
    } catch (IOException e) {
      limit.accept(e);
      return new NoEvents();
    }
  }

  @Override
  public Set<String> await(Duration patience) throws InterruptedException {
    Set<String> heard = new TreeSet<>();
    WatchKey key = service.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    for (int taken = 1; key != null; taken++) {
      hear(key, heard);
      key = taken < MOST_AT_ONCE ? service.poll() : null;
    }
    return heard;
  }

  private void hear(WatchKey key, Set<String> heard) {
    Path folder = folders.getOrDefault(key, root);
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.context() instanceof Path name) {
        Path changed = folder.resolve(name);
        if (!isPassedOver(name)) {
          heard.add(relative(changed));
          if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE) {
            register(changed);
          }
        }
      } else {
        heard.add(relative(folder));
        register(folder);
      }
    }
    if (!key.reset()) {
      folders.remove(key);
    }
  }

  @Override
  public void refresh() {
    complete = true;
    tops.forEach(this::register);
  }

  @Override
  public boolean isComplete() {
    return complete;
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder before what it holds: whatever comes to it later is heard of. */
  private void register(Path top) {
    if (!Files.isDirectory(top, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.walkFileTree(top, new Registering());
    } catch (IOException e) {
      complete = false;
      if (!told) {
        told = true;
        limit.accept(e);
      }
    }
  }

  private final class Registering extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      if (!folder.equals(root) && isPassedOver(folder.getFileName())) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      try {
        folders.put(registration.register(folder), folder);
        return FileVisitResult.CONTINUE;
      } catch (FileSystemException gone) {
        return FileVisitResult.SKIP_SUBTREE;
      }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }

  private static boolean isPassedOver(Path name) {
    return PASSED_OVER.contains(name.toString().toLowerCase(Locale.ROOT));
  }

  private String relative(Path path) {
    return path.startsWith(root) ? root.relativize(path).toString() : "";
  }
}
