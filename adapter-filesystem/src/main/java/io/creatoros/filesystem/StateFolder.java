package io.creatoros.filesystem;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where things are in the folder that a workspace keeps its state in. */
record StateFolder(Path folder) {

  static final String NAME = ".creatoros";

  private static final Pattern PLAIN = Pattern.compile("[a-z0-9][a-z0-9_-]{0,60}");
  private static final int READABLE = 40;

  static StateFolder of(Path root) {
    return new StateFolder(root.resolve(NAME));
  }

  Path description() {
    return folder.resolve("workspace");
  }

  Path gitignore() {
    return folder.resolve(".gitignore");
  }

  Path clock() {
    return folder.resolve("clock");
  }

  Path knownCourses() {
    return folder.resolve("courses");
  }

  Path index(CourseId course) {
    return folder.resolve("index").resolve(name(course.path()) + ".index");
  }

  Path bases() {
    return folder.resolve("bases");
  }

  Path mirror(String server) {
    return folder.resolve("mirrors").resolve(name(server));
  }

  Path trouble(String server) {
    return folder.resolve("mirrors").resolve(name(server) + ".trouble");
  }

  Path turn(String server) {
    return folder.resolve("mirrors").resolve(name(server) + ".turn");
  }

  Path lock(CourseId course, String purpose) {
    return folder.resolve("locks").resolve(name(course.path()) + "." + purpose);
  }

  Path verified(CourseId course) {
    return folder.resolve("verified").resolve(name(course.path()));
  }

  Path kept() {
    return folder.resolve("kept");
  }

  Path temporary() {
    return folder.resolve("tmp");
  }

  /** A file name for any text: readable, of bounded length, its own also where case is ignored. */
  static String name(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    String readable = text.replaceAll("[^A-Za-z0-9_-]+", "_");
    return readable.substring(0, Math.min(READABLE, readable.length()))
        + "~"
        + Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
  }
}
