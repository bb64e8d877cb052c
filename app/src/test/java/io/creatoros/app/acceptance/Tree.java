package io.creatoros.app.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** Folders seen as the hashes of their files. */
final class Tree {

  private static final String STATE = ".creatoros";

  private Tree() {}

  /** The SHA-256 of every file below a folder, by relative path; the workspace's state left out. */
  static SortedMap<String, String> hashes(Path folder) throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    walk(
        folder,
        file -> {
          String path = folder.relativize(file).toString();
          if (!path.startsWith(STATE)) {
            hashes.put(path, sha256(Files.readAllBytes(file)));
          }
        });
    return hashes;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Deletes everything below a folder, but not the folder. */
  static void empty(Path folder) throws IOException {
    walk(folder, Files::delete);
    try (var entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        deleteEmptyFolders(entry);
      }
    }
  }

  /** Whether a file below a folder holds exactly this text. */
  static boolean holds(Path folder, String text) throws IOException {
    SortedMap<String, String> all = new TreeMap<>();
    walk(folder, file -> all.put(file.toString(), sha256(Files.readAllBytes(file))));
    return all.containsValue(sha256(text));
  }

  private static void deleteEmptyFolders(Path folder) throws IOException {
    try (var entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        deleteEmptyFolders(entry);
      }
    }
    Files.delete(folder);
  }

  private static void walk(Path folder, FileWork work) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            work.on(file);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @FunctionalInterface
  private interface FileWork {
    void on(Path file) throws IOException;
  }
}
