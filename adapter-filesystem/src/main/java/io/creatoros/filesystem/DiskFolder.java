package io.creatoros.filesystem;

import io.creatoros.core.course.FolderView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A folder as the search for courses sees it, listed when first asked. What cannot be looked into
 * counts as a file, so that some course holds it and says so.
 */
final class DiskFolder implements FolderView {

  private record Listing(Set<String> files, SortedMap<String, FolderView> folders) {}

  private final Path path;
  private final String ruled;
  private final IgnoreRules above;
  private Optional<Listing> listing = Optional.empty();
  private Optional<IOException> failure = Optional.empty();

  /**
   * A view of a folder.
   *
   * @param ruled its path relative to the workspace, composed
   * @param above the rules that hold above it
   */
  DiskFolder(Path path, String ruled, IgnoreRules above) {
    this.path = path;
    this.ruled = ruled;
    this.above = above;
  }

  /** A view of a folder by itself, outside any workspace. */
  static DiskFolder of(Path path) {
    return new DiskFolder(path, "", IgnoreRules.defaults());
  }

  @Override
  public Set<String> files() {
    return listed().files();
  }

  @Override
  public SortedMap<String, FolderView> folders() {
    return listed().folders();
  }

  /** Lists the folder itself, or fails where the search would only call it opaque. */
  synchronized void requireListed() throws IOException {
    listed();
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  private synchronized Listing listed() {
    if (listing.isEmpty()) {
      listing = Optional.of(list());
    }
    return listing.get();
  }

  private Listing list() {
    Set<String> files = new TreeSet<>();
    SortedMap<String, FolderView> folders = new TreeMap<>();
    try {
      IgnoreRules rules = above.in(path, ruled);
      for (Siblings.Child child : Siblings.in(path).all()) {
        add(child, rules, files, folders);
      }
    } catch (IOException e) {
      failure = Optional.of(e);
      files.add("?");
    }
    return new Listing(Collections.unmodifiableSet(files), folders);
  }

  private void add(
      Siblings.Child child,
      IgnoreRules rules,
      Set<String> files,
      SortedMap<String, FolderView> folders) {
    String name = child.name();
    FileStat stat;
    try {
      stat = FileStat.of(child.path());
    } catch (IOException e) {
      return;
    }
    if (rules.exclusion(ruled, name, stat.isFolder()).isPresent()) {
      return;
    }
    if (!child.isText() || stat.isFile()) {
      files.add(name);
    } else if (stat.isFolder()) {
      String childRuled = UnicodeNames.below(ruled, UnicodeNames.composed(name));
      folders.put(name, new DiskFolder(child.path(), childRuled, rules));
    }
  }
}
