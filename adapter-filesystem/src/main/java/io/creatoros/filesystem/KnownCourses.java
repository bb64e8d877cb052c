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

/** The courses that this workspace has scanned or written, so that they keep their boundaries. */
final class KnownCourses {

  private static final Logger LOG = LoggerFactory.getLogger(KnownCourses.class);

  private final Path file;
  private final Set<CourseId> known = new ConcurrentSkipListSet<>();

  KnownCourses(Path file) {
    this.file = file;
    reload();
  }

  Set<CourseId> all() {
    return new TreeSet<>(known);
  }

  /** Takes over what other processes have learned. */
  void reload() {
    try {
      for (String line : Files.readString(file, StandardCharsets.US_ASCII).split("\n")) {
        if (!line.isEmpty()) {
          known.add(new CourseId(URLDecoder.decode(line, StandardCharsets.UTF_8)));
        }
      }
    } catch (NoSuchFileException e) {
      LOG.trace("no course is known yet");
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("{} is not whole", file, e);
    }
  }

  void add(CourseId course) {
    if (known.add(course)) {
      try {
        byte[] line =
            (URLEncoder.encode(course.path(), StandardCharsets.UTF_8) + "\n")
                .getBytes(StandardCharsets.US_ASCII);
        Files.write(file, line, CREATE, APPEND);
      } catch (IOException e) {
        LOG.debug("{} is not kept", file, e);
      }
    }
  }
}
