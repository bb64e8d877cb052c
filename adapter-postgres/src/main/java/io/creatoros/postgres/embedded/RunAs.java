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
import java.util.stream.Stream;

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

  /** The last of these makes access(2), which PostgreSQL calls, heed the others. */
  static final List<String> PASSING =
      List.of(
          "--inh-caps=+dac_override",
          "--ambient-caps=+dac_override",
          "--securebits=+no_setuid_fixup");

  private static final String UID = "unix:uid";

  RunAs {
    prefix = List.copyOf(prefix);
  }

  /**
   * An ordinary user needs nothing. Root enters a user namespace, in which it is nobody yet keeps
   * its files. Where there are none, as in most containers, it becomes nobody, who then owns the
   * home, and who gets the right to pass folders such as root's own only if it has to.
   *
   * @param works whether a command exists and succeeds
   * @param folders what the server has to be able to enter
   */
  static RunAs choose(int uid, Predicate<List<String>> works, List<Path> folders) {
    if (uid != 0) {
      return new RunAs(List.of(), uid);
    }
    if (works.test(join(NAMESPACE, List.of("true")))) {
      return new RunAs(NAMESPACE, 0);
    }
    return Stream.of(OTHER_USER, join(OTHER_USER, PASSING))
        .filter(prefix -> folders.stream().allMatch(folder -> works.test(entering(prefix, folder))))
        .findFirst()
        .map(prefix -> new RunAs(prefix, NOBODY))
        .orElseThrow(
            () ->
                new EmbeddedServerException(
                    "EMBEDDED_ROOT",
                    "PostgreSQL refuses to run as root; here neither 'unshare -U' works nor can"
                        + " 'setpriv' (both in the package util-linux) run it as user "
                        + NOBODY
                        + " in "
                        + folders
                        + "; run the command as an ordinary user, or point XDG_DATA_HOME and"
                        + " XDG_CACHE_HOME to folders that everybody can enter"));
  }

  /** The choice for the user of this process, who is known by the files it makes. */
  static RunAs current(ServerHome home, Binaries binaries) throws IOException {
    Path probe = Files.createTempFile(home.folder(), "user", null);
    try {
      return choose(
          owner(probe),
          Programs::works,
          List.of(home.folder().getParent(), binaries.folder().resolve("bin")));
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

  private static List<String> entering(List<String> prefix, Path folder) {
    return join(prefix, List.of("test", "-x", folder.toString()));
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
