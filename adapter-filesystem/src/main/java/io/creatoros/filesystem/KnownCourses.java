package io.creatoros.filesystem;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import io.creatoros.core.course.CourseId;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The courses that this workspace has scanned or written, so that they keep their boundaries. A
 * course that was met as a collection, with other courses in its folder, is told from one that was
 * whole: a new course in it is a course of its own.
 */
final class KnownCourses {

  private static final Logger LOG = LoggerFactory.getLogger(KnownCourses.class);

  private final Path file;
  private static final String COLLECTION = "/";

  private final Set<CourseId> known = new ConcurrentSkipListSet<>();
  private final Set<CourseId> collections = new ConcurrentSkipListSet<>();

  KnownCourses(Path file) {
    this.file = file;
    reload();
  }

  Set<CourseId> all() {
    return new TreeSet<>(known);
  }

  /** Whether a course holds all that its folder holds, whatever comes to be there. */
  boolean isWhole(CourseId course) {
    return known.contains(course) && !collections.contains(course);
  }

  /** Takes over what other processes have learned. */
  void reload() {
    try {
      for (String line : Files.readString(file, StandardCharsets.US_ASCII).split("\n")) {
        if (!line.isEmpty()) {
          take(line);
        }
      }
    } catch (NoSuchFileException e) {
      LOG.trace("no course is known yet");
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("{} is not whole", file, e);
    }
  }

  private void take(String line) {
    boolean collection = line.endsWith(COLLECTION);
    String name = collection ? line.substring(0, line.length() - 1) : line;
    CourseId course = new CourseId(URLDecoder.decode(name, StandardCharsets.UTF_8));
    if (collection) {
      collections.add(course);
    }
    known.add(course);
  }

  /**
   * Remembers a course.
   *
   * @param collection whether other courses lie in its folder
   */
  void add(CourseId course, boolean collection) {
    boolean news = collection && collections.add(course);
    if (known.add(course) || news) {
      try {
        String name = URLEncoder.encode(course.path(), StandardCharsets.UTF_8);
        byte[] line =
            (name + (collection ? COLLECTION : "") + "\n").getBytes(StandardCharsets.US_ASCII);
        Files.write(file, line, CREATE, APPEND);
      } catch (IOException e) {
        LOG.debug("{} is not kept", file, e);
      }
    }
  }
}
