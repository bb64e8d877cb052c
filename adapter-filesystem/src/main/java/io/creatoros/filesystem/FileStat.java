package io.creatoros.filesystem;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What one look at a path, without following a link, says of it. Times in nanoseconds. */
record FileStat(
    Kind kind, long size, long modified, long changed, long inode, long device, int permissions) {

  enum Kind {
    FILE,
    FOLDER,
    LINK,
    SPECIAL
  }

  private static final boolean UNIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
  private static final String ATTRIBUTES = "unix:mode,size,lastModifiedTime,ctime,ino,dev";
  private static final int TYPE_MASK = 0170000;
  private static final int PERMISSION_MASK = 07777;

  static FileStat of(Path path) throws IOException {
    return UNIX ? unix(path) : basic(path);
  }

  boolean isFile() {
    return kind == Kind.FILE;
  }

  boolean isFolder() {
    return kind == Kind.FOLDER;
  }

  private static FileStat unix(Path path) throws IOException {
    Map<String, Object> found = Files.readAttributes(path, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    int mode = (Integer) found.get("mode");
    Kind kind =
        switch (mode & TYPE_MASK) {
          case 0100000 -> Kind.FILE;
          case 0040000 -> Kind.FOLDER;
          case 0120000 -> Kind.LINK;
          default -> Kind.SPECIAL;
        };
    return new FileStat(
        kind,
        (Long) found.get("size"),
        nanos((FileTime) found.get("lastModifiedTime")),
        nanos((FileTime) found.get("ctime")),
        (Long) found.get("ino"),
        (Long) found.get("dev"),
        mode & PERMISSION_MASK);
  }

  private static FileStat basic(Path path) throws IOException {
    BasicFileAttributes found =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Kind kind =
        found.isRegularFile()
            ? Kind.FILE
            : found.isDirectory() ? Kind.FOLDER : found.isSymbolicLink() ? Kind.LINK : Kind.SPECIAL;
    long modified = nanos(found.lastModifiedTime());
    return new FileStat(kind, found.size(), modified, modified, 0, 0, 0);
  }

  private static long nanos(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }
}
