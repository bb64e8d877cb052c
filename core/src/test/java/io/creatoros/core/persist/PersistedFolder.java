package io.creatoros.core.persist;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.dualwrite.CourseWriter;
import io.creatoros.core.dualwrite.DualWriteSettings;
import io.creatoros.core.dualwrite.DualWrites;
import io.creatoros.core.projection.CourseRows;
import io.creatoros.core.projection.FolderProjection;
import io.creatoros.core.sync.Pauses;
import io.creatoros.testkit.InMemoryCourseFolders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A course folder in memory, a persister that writes to it, and the hands of people. */
final class PersistedFolder {

  static final CourseId COURSE = new CourseId("bread-at-home");
  static final long SIZE_LIMIT = 1 << 20;

  private static final DualWriteSettings SETTINGS = DualWriteSettings.defaults("tests");

  private final InMemoryCourseFolders folders = new InMemoryCourseFolders();
  private final CourseWriter writer = DualWrites.to(folders, SETTINGS).open();
  private final CoursePersister persister = pausing(failed -> {});

  InMemoryCourseFolders folders() {
    return folders;
  }

  CoursePersister persister() {
    return persister;
  }

  /** Another persister of the same folder, as another process has it; it waits between tries. */
  CoursePersister other() {
    return new CoursePersister(folders, DualWrites.to(folders, SETTINGS).open(), SIZE_LIMIT);
  }

  /** One that does this between its tries. */
  CoursePersister pausing(Pauses pauses) {
    return new CoursePersister(folders, writer, SIZE_LIMIT, pauses);
  }

  void write(String name, String text) {
    folders.write(COURSE, name, text.getBytes(StandardCharsets.UTF_8));
  }

  String text(String name) {
    return folders
        .read(COURSE, name)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElse("(not there)");
  }

  /** All files by name. */
  SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    folders.names(COURSE).forEach(name -> files.put(name, text(name)));
    return files;
  }

  CourseRows rows() {
    return new FolderProjection(folders, SIZE_LIMIT).of(COURSE);
  }

  /** A column of the course's row; empty when it has no value. */
  Optional<String> value(RowTable table, String column) {
    return value(table, "", column);
  }

  /** A column of a lesson's row. */
  Optional<String> lessonValue(String path, String column) {
    return value(RowTable.COURSE_LESSONS, path, column);
  }

  private Optional<String> value(RowTable table, String path, String column) {
    return rows().rows().stream()
        .filter(row -> row.key().table() == table && row.key().path().equals(path))
        .map(TypedRow::values)
        .flatMap(values -> Optional.ofNullable(values.get(column)).stream())
        .findFirst();
  }
}
