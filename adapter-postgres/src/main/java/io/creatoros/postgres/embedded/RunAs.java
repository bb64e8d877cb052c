package io.creatoros.postgres.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * As whom the server's programs run: PostgreSQL refuses to run as root.
 *
 * @param prefix what to put before a command
 * @param uid the user, as the file system sees it, who must own the server's home
 */
record RunAs(List<String> prefix, int uid) {
  static final int NOBODY = 65534;
  static final List<String> NAMESPACE = List.of("unshare", "-U");
  static final List<String> OTHER_USER =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
  private static final String UID = "unix:uid";

  RunAs {
    prefix = List.copyOf(prefix);
  }

  /**
   * An ordinary user needs nothing. Root enters a user namespace, in which it is nobody yet keeps
   * its files, or else becomes nobody, who then owns the home.
   *
   * @param works whether a command exists and succeeds
   */
  static RunAs choose(int uid, Predicate<List<String>> works) {
    if (uid != 0) {
      return new RunAs(List.of(), uid);
    }
    if (works.test(join(NAMESPACE, List.of("true")))) {
      return new RunAs(NAMESPACE, 0);
    }
    if (works.test(join(OTHER_USER, List.of("true")))) {
      return new RunAs(OTHER_USER, NOBODY);
    }
    throw new EmbeddedServerException(
        "EMBEDDED_ROOT",
        "PostgreSQL refuses to run as root, and neither 'unshare -U' (user namespaces) nor 'setpriv'"
            + " (both in the package util-linux) works here; run the command as an ordinary user");
  }

  /** The choice for the user of this process, who is known by the files it makes. */
  static RunAs current(Path home) throws IOException {
    Path probe = Files.createTempFile(home, "user", null);
    try {
      return choose(owner(probe), Programs::works);
    } finally {
      Files.delete(probe);
    }
  }

  List<String> command(List<String> command) {
    return join(prefix, command);
  }

  /** Gives the home to the user the server runs as, unless it has it. */
  void own(Path home) throws IOException {
    if (owner(home) == uid) {
      return;
    }
    Files.walkFileTree(
        home,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.setAttribute(file, UID, uid, LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            Files.setAttribute(folder, UID, uid, LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Another user than ours may be unable to enter the folders above. */
  void requireReach(List<Path> folders) {
    for (Path folder : uid == NOBODY ? folders : List.<Path>of()) {
      if (!Programs.works(command(List.of("test", "-x", folder.toString())))) {
        throw new EmbeddedServerException(
            "EMBEDDED_ROOT",
            "running as root, the server has to run as user "
                + uid
                + ", who cannot enter "
                + folder
                + "; point XDG_DATA_HOME and XDG_CACHE_HOME to folders outside root's home, or run"
                + " the command as an ordinary user");
      }
    }
  }

  private static int owner(Path file) throws IOException {
    return (Integer) Files.getAttribute(file, UID, LinkOption.NOFOLLOW_LINKS);
  }

  private static List<String> join(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
