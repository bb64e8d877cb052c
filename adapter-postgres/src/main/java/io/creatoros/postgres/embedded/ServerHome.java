package io.creatoros.postgres.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.OptionalInt;

/** The folder of one server and the files in it. */
record ServerHome(Path folder) {
  private static final FileAttribute<?> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /** Makes the folder when absent. */
  static ServerHome open(Path folder) {
    try {
      Folders.createPrivate(folder);
      return new ServerHome(folder.toRealPath());
    } catch (IOException e) {
      throw cannotUse(folder, e);
    }
  }

  Path data() {
    return folder.resolve("data");
  }

  ServerLog log() {
    return new ServerLog(folder.resolve("server.log"));
  }

  Path startLock() {
    return folder.resolve("start.lock");
  }

  Path leaseLock() {
    return folder.resolve("lease.lock");
  }

  Path passwordFile() {
    return folder.resolve("password");
  }

  /** The password of the data folder. */
  String password() {
    try {
      return Files.readString(passwordFile()).strip();
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "EMBEDDED_PASSWORD",
          "cannot read the server's password from "
              + passwordFile()
              + " ("
              + e
              + "); restore that file, or move "
              + folder
              + " away to begin with an empty database",
          e);
    }
  }

  /** Keeps the password file, or makes one. */
  void ensurePassword() throws IOException {
    if (Files.exists(passwordFile())) {
      return;
    }
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    writePrivate(passwordFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  OptionalInt rememberedPort() throws IOException {
    try {
      return OptionalInt.of(Integer.parseInt(Files.readString(portFile()).strip()));
    } catch (NoSuchFileException | NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  void rememberPort(int port) throws IOException {
    writePrivate(portFile(), Integer.toString(port));
  }

  boolean kept() {
    return Files.exists(keepMarker());
  }

  void keep(boolean keep) {
    try {
      if (!keep) {
        Files.deleteIfExists(keepMarker());
      } else if (!kept()) {
        writePrivate(keepMarker(), "");
      }
    } catch (IOException e) {
      throw cannotUse(folder, e);
    }
  }

  static EmbeddedServerException cannotUse(Path folder, IOException cause) {
    return new EmbeddedServerException(
        "EMBEDDED_FILES",
        "cannot use " + folder + " (" + cause + "); make it readable and writable for this user",
        cause);
  }

  private Path portFile() {
    return folder.resolve("port");
  }

  private Path keepMarker() {
    return folder.resolve("keep");
  }

  private void writePrivate(Path file, String text) throws IOException {
    Path fresh = folder.resolve(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, PRIVATE);
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    Folders.sync(folder);
  }
}
