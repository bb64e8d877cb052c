package io.creatoros.filesystem;

import io.creatoros.core.compare.Bases;
import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.storage.CorruptRecordException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Bases of one mirror and project, in one file per course. */
final class FileBases implements Bases {

  private static final String ENDING = ".bases";

  private final Path folder;
  private final Map<String, CourseId> named = new ConcurrentHashMap<>();

  FileBases(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<CourseBases> load(CourseId course) {
    return read(file(course))
        .map(
            recorded -> {
              if (!recorded.course().equals(course)) {
                throw corrupt(file(course), "is of course \"" + recorded.course() + "\"");
              }
              return recorded.bases();
            });
  }

  private static Optional<BasesFormat.Recorded> read(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return bytes.length == 0 ? Optional.empty() : Optional.of(BasesFormat.read(bytes));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw Failures.failed("read the bases in " + file, e);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw corrupt(file, "cannot be read: " + e.getMessage());
    }
  }

  @Override
  public void save(CourseId course, CourseBases bases) {
    try {
      DurableFiles.replaceCache(file(course), BasesFormat.write(course, bases));
    } catch (IOException e) {
      throw Failures.failed("save the bases of course \"" + course + "\"", e);
    }
  }

  @Override
  public void saveDurably(CourseId course, CourseBases bases) {
    try {
      DurableFiles.replace(file(course), BasesFormat.write(course, bases));
    } catch (IOException e) {
      throw Failures.failed("save the bases of course \"" + course + "\"", e);
    }
  }

  @Override
  public List<CourseId> courses() {
    List<CourseId> courses = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path file : files) {
        header(file).ifPresent(courses::add);
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (IOException e) {
      throw Failures.failed("list the bases in " + folder, e);
    }
    courses.sort(null);
    return courses;
  }

  /** The course of a file; a file of this name is of the same course for ever. */
  private Optional<CourseId> header(Path file) throws IOException {
    String name = file.getFileName().toString();
    CourseId known = named.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      lines.mark(1);
      if (lines.read() < 0) {
        return Optional.empty();
      }
      lines.reset();
      String first = lines.readLine();
      if (first == null) {
        return Optional.empty();
      }
      CourseId course = BasesFormat.course(first, lines.readLine());
      named.put(name, course);
      return Optional.of(course);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw corrupt(file, "cannot be read: " + e.getMessage());
    }
  }

  @Override
  public void rename(CourseId from, CourseId to) {
    if (from.equals(to)) {
      return;
    }
    load(from)
        .ifPresent(
            bases -> {
              saveDurably(to, bases);
              remove(from);
            });
  }

  private void remove(CourseId course) {
    try {
      Files.deleteIfExists(file(course));
      DurableFiles.syncFolder(folder);
    } catch (IOException e) {
      throw Failures.failed("remove the bases of course \"" + course + "\"", e);
    }
  }

  private Path file(CourseId course) {
    return folder.resolve(StateFolder.name(course.path()) + ENDING);
  }

  private static CorruptRecordException corrupt(Path file, String why) {
    return Failures.corrupt(
        "the file of bases " + file,
        why,
        "delete it (`rm '"
            + file
            + "'`) and run `creatoros sync`: bases are rebuilt by comparison");
  }
}
